#pragma once

#include "pipeline/finding.hpp"
#include "pipeline/limits.hpp"
#include "pipeline/report.hpp"
#include "rules/condition.hpp"
#include "rules/forms/layout.hpp"
#include "rules/language.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a project's rule file comes to: plain values, every override applied, no YAML left. Ids are
// those of the file; what the file leaves out has the default written here.
namespace vermilion::rules {

// What people are told. Empty where the file says nothing.
struct LocalText {
  std::string zh;
  std::string en;

  bool empty() const { return zh.empty() && en.empty(); }
  const std::string& in(Language language) const {
    return language == Language::Chinese || en.empty() ? zh : en;
  }
};

using Sources = std::vector<std::string>;  // rows of the requirements: "S1/2.16"

// One thing asked of a document: either measured by a check of the pipeline, or answered by a
// person.
struct Rule {
  std::string id;
  std::string check;                                // empty: `review` is asked of a person
  LocalText review;                                 // empty: `check` is run
  std::map<std::string, double, std::less<>> with;  // parameters; else the check's fallback
  std::optional<pipeline::Level> level;             // else that of each finding
  bool log_only = false;                            // recorded, neither shown nor counted
  Condition when;                                   // applies unless this is known not to hold
  LocalText applicant;                              // the remedy in the project's words
  LocalText reviewer;
  Sources sources;
};

struct FileTerms {
  std::vector<pipeline::ImageFormat> formats{
      pipeline::ImageFormat::Jpeg, pipeline::ImageFormat::Png, pipeline::ImageFormat::Bmp};
  std::size_t max_bytes = pipeline::limits::kFileBytes;
  Sources sources;
};

// Who stamps or signs a document; several words in `with` are alternatives.
struct Signature {
  std::string by;                 // organisation, legal_person, jiangxi_head
  std::vector<std::string> with;  // seal, signature
  std::string shape;              // of the seal; empty: any
  Sources sources;
};

struct DocumentType {
  std::string id;
  LocalText name;
  LocalText help;                  // what the applicant is told before uploading
  std::vector<std::string> kinds;  // what the title may say; empty: anything
  FileTerms files;
  std::vector<std::string> seal_may_cover;  // blank, business_scope, id_card_back, ...
  std::vector<Signature> signatures;
  forms::Form form;         // to download and print; empty: the applicant brings the document
  std::vector<Rule> rules;  // ids are unique in here
};

// A place in an order for a document.
struct Slot {
  std::string id;
  LocalText name;  // empty: that of the first alternative
  LocalText help;
  Condition when;                          // wanted
  std::vector<DocumentType> alternatives;  // at least one; any of them will do
  Sources sources;

  const LocalText& shown_name() const { return name.empty() ? alternatives.front().name : name; }
};

// What the documents of an order are held against each other in.
struct Comparison {
  enum class Kind : std::uint8_t { SameFact, DifferentImage, DifferentSeal };

  std::string id;
  Kind kind = Kind::SameFact;
  std::string fact;             // of SameFact: "credit_code"
  std::vector<std::string> in;  // slots, and "order"; the first that knows it sets it
  pipeline::FindingCode finding = pipeline::FindingCode::NameChar;
  std::optional<pipeline::Level> level;  // else the finding's own
  Condition when;
  LocalText applicant;
  LocalText reviewer;
  Sources sources;
};

// What the form of an order asks for.
struct OrderForm {
  std::vector<std::string> sections;
  std::vector<std::string> mobile;  // whose phones must be mobile numbers
  Sources sources;
};

struct Variant {
  std::string id;
  LocalText name;
  std::optional<std::int64_t> fee_fen;  // unset: cannot be ordered yet
  std::string fee_per;                  // "year"; empty: once
  bool seal = false;                    // an electronic seal is made with it
  OrderForm form;                       // empty: the operation's
  Sources sources;
};

// Days around the end of a certificate in which it may be renewed.
struct Window {
  int before_days = 0;
  int after_days = 0;
  Sources sources;
};

struct Operation {
  std::string id;
  LocalText name;
  LocalText notice;  // shown before it is begun
  bool without_documents = false;
  bool revokes_chosen = false;  // the certificate chosen is revoked once the new one is made
  OrderForm form;
  std::optional<Window> window;
  std::vector<Variant> variants;
  Sources sources;
};

struct Question {
  LocalText ask;
  std::string otherwise;  // where to, if the answer is no: "hall"
  Sources sources;
};

struct HallOnly {
  std::vector<std::string> operations;
  LocalText notice;
  std::string phone;
  Sources sources;
};

struct Agreement {
  LocalText name;
  std::string version = "1";  // of its text: who accepted another has not accepted this one
  Sources sources;
};

struct Verification {
  bool legal_person = false;
  bool per_order = false;  // a new order is verified anew
  Sources sources;
};

struct MainKey {
  bool one_per_organisation = false;
  Sources sources;
};

struct Region {
  enum class Organisations : std::uint8_t { Any, Inside, Outside };

  std::string prefix;  // of the region in a credit code: "36"
  Organisations organisations = Organisations::Any;
  Sources sources;
};

struct Payment {
  std::vector<std::string> methods;
  Sources sources;
};

struct Freight {
  std::string to_us;         // applicant, collect, unset
  std::string to_applicant;  // the same
  std::string courier;
  Sources sources;
};

// Working days.
struct Sla {
  int making = 0;
  int making_alarm = 0;  // 0: the same
  int invoice = 0;
  int invoice_late = 0;
  Sources sources;
};

struct PaperItem {
  std::string slot;
  bool original = false;
  LocalText note;
  Condition when;
  Sources sources;
};

// Where a value was written.
struct Origin {
  std::string file;
  yaml::Span span;
};

struct Project {
  std::string id;
  LocalText name;
  bool draft = false;
  LocalText scope;
  Region region;
  std::vector<Question> eligibility;
  HallOnly hall_only;
  std::optional<Agreement> agreement;
  Verification verification;
  MainKey main_key;
  std::vector<Operation> operations;
  Payment payment;
  Freight freight;
  Sla sla;
  std::vector<Slot> slots;
  std::vector<Comparison> comparisons;
  std::vector<PaperItem> paper;  // in the order it is put together
  std::map<std::string, LocalText> texts;
  Sources sources;

  // SHA-256 over what the project means: two files that differ in comments, quotes, order of keys,
  // sources or in what they override with the same value have the same.
  std::string digest;

  // By the path of the value, "documents/licence/licence_copy/checks/licence_scanned/level": of an
  // overridden value the place that won. Values nobody wrote are absent.
  std::map<std::string, Origin, std::less<>> origins;
};

// Null when there is none of this id.
[[nodiscard]] const Slot* find_slot(const Project& project, std::string_view id);
[[nodiscard]] const Operation* find_operation(const Project& project, std::string_view id);
[[nodiscard]] const Variant* find_variant(const Operation& operation, std::string_view id);
[[nodiscard]] const Rule* find_rule(const DocumentType& type, std::string_view id);

// May be ordered: the project is no draft and the fee is known.
[[nodiscard]] bool is_open(const Project& project, const Variant& variant);

}  // namespace vermilion::rules
