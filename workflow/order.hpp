#pragma once

#include "workflow/event.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// An order as it stands: the fold of its events, and nothing else.
namespace vermilion::workflow {

struct Verification {
  // NotNeeded: the project does not ask for it.
  enum class State : std::uint8_t { NotNeeded, Pending, Passed, Failed };

  State state = State::NotNeeded;
  Instant at{};
  std::string channel;
  std::string reference;

  friend bool operator==(const Verification&, const Verification&) = default;
};

// What lies in a slot.
struct Document {
  enum class Decision : std::uint8_t { None, Accepted, Rejected };

  std::string sha256;
  bool template_bound = false;
  unsigned generation = 0;  // of the order's forms when it was uploaded
  bool inspected = false;
  bool outdated = false;               // printed from a template of another order or generation
  std::vector<std::string> blocking;   // codes of findings
  bool overridden = false;             // two persons let the findings pass
  Decision decision = Decision::None;  // of the last round
  std::vector<std::string> reasons;

  bool stands_in_the_way() const { return outdated || (!blocking.empty() && !overridden); }

  friend bool operator==(const Document&, const Document&) = default;
};

struct Claim {
  std::string reviewer;  // empty: nobody
  Instant until{};

  friend bool operator==(const Claim&, const Claim&) = default;
};

struct Call {
  Instant at{};
  std::string by;
  bool reached = false;
  std::string note;

  friend bool operator==(const Call&, const Call&) = default;
};

struct PaperFault {
  std::string slot;
  std::string fault;

  friend bool operator==(const PaperFault&, const PaperFault&) = default;
};

// A seal impression that turned out bad after the making (补寄签章资料).
struct SealSupplement {
  std::string fault;
  Instant since{};
  std::optional<Instant> contacted;
  std::optional<Parcel> sent;
  bool received = false;

  friend bool operator==(const SealSupplement&, const SealSupplement&) = default;
};

struct Collection {
  std::string fetched_by;
  std::string signature_sha256;

  friend bool operator==(const Collection&, const Collection&) = default;
};

struct Order {
  Stage stage = Stage::NotBegun;
  Stage stage_before_void = Stage::NotBegun;
  Instant stage_since{};
  std::uint64_t version = 0;    // events so far
  std::set<std::string> taken;  // ids of the commands behind them

  std::string id;
  std::string organisation;
  std::string organisation_name;
  std::string project;
  Operation operation = Operation::New;
  std::string variant;
  std::string agreement;
  std::string replaces;
  std::string replaced_by;
  std::optional<VoidReason> void_reason;
  Instant begun_at{};
  std::string terms_digest;  // of the rule set it goes by

  Person agent;
  Recipient recipient;
  Delivery delivery = Delivery::Courier;
  unsigned generation = 1;  // of the forms made for it
  Verification verification;
  std::map<std::string, Document> documents;  // by slot
  bool reserves_main_key = false;

  unsigned round = 0;  // of review
  Claim claim;
  bool wrong_project = false;
  std::map<Matter, Approval> approvals;

  std::optional<Fen> fee;  // pinned
  std::vector<Attempt> attempts;
  std::vector<Refund> refunds;

  std::optional<Parcel> parcel;     // the last one announced or received
  std::vector<Parcel> quarantined;  // arrived when none was due
  std::vector<PaperFault> paper_faults;
  std::vector<Call> calls;
  std::optional<Instant> paper_right_at;

  std::optional<Certificate> chosen;  // to be reissued or renewed
  unsigned makings = 0;               // begun
  std::optional<Certificate> made;
  std::optional<Instant> made_at;
  bool chosen_revoked = false;
  std::optional<SealSupplement> supplement;
  std::optional<Parcel> dispatched;
  std::optional<Collection> collected;

  int years = 0;

  std::optional<InvoiceData> invoice_data;
  std::optional<Instant> invoice_data_at;
  std::string invoice;
  std::optional<Instant> invoice_at;

  friend bool operator==(const Order&, const Order&) = default;
};

// Null when there is none.
const Attempt* find_attempt(const Order& order, std::string_view id);
const Attempt* settled_attempt(const Order& order);
const Refund* find_refund(const Order& order, std::string_view id);
// The refund asked for by a person that is neither refused nor withdrawn.
const Refund* live_refund(const Order& order);
const Document* find_document(const Order& order, std::string_view slot);

// What was paid for this attempt and is on its way back or has arrived there.
Fen refunded(const Order& order, std::string_view attempt);

// Replaced or new scans only: what the reviewer accepted stays.
bool may_be_replaced(const Order& order, std::string_view slot);

// The text two persons are shown and whose digest binds their approval. Lines of "name: value",
// lengths before values, so that no two subjects read alike.
std::string subject_of(const Order& order, Matter matter);

}  // namespace vermilion::workflow
