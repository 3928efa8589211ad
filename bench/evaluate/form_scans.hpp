#pragma once

#include "pipeline/form/template.hpp"
#include "rules/forms/signature.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"
#include "samples/defects.hpp"
#include "samples/form.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Forms printed for orders of organisations that do not exist, and how they come back.
namespace vermilion::evaluate {

// A form as a project prints it.
struct FormKind {
  std::string name;  // "seal_sheet, housing_outside"
  rules::Project project;
  rules::Slot slot;  // a form in no slot of the project has one of its own
  rules::DocumentType type;
};

// Every form there is: each document once, the sheet for the electronic seal in all its variants.
[[nodiscard]] std::vector<FormKind> form_kinds(const std::filesystem::path& rules);

// What is wrong with a scan beyond what people do with pens and seals.
enum class PrintFault : std::uint8_t {
  None,
  OtherOrder,    // printed for another order
  OtherProject,  // the form of another project
  Stale,         // of an older generation
  Altered,       // something else stands in a field than the code says
  OneCharacter,  // the same, of one character
  Forged,        // the code is signed with another key
  Hidden,        // something lies on the code
  OtherForm,     // another form of the same order
  OfTheHall,     // the form that is filled in at the counter
};

// A defect of the picture or of the seal, as `samples` draws it, and between which strengths.
struct PictureDefect {
  samples::Defect defect;
  double from = 1;
  double to = 1;
};

// A way in which a form can be wrong, and the finding that has to say so.
struct FormDefect {
  std::string_view name;
  std::string_view finding;  // "SEAL_WRONG_BOX"
  std::vector<samples::FormFault> faults = {};
  PrintFault print = PrintFault::None;
  std::string_view or_else = {};  // where it is left to a person to see
  std::optional<PictureDefect> picture = {};
};
[[nodiscard]] std::span<const FormDefect> form_defects();

struct FormScan {
  rules::OrderFacts order;  // the scan is held against
  samples::FormSample sample;
  bool shows_its_code = true;  // that of the form it is held against
};

// Whether a form of this kind can be wrong in this way.
[[nodiscard]] bool can_have(const FormKind& kind, const FormDefect& defect);

// The form printed at `dpi`, filled in, stamped and scanned with what scanners do at random: skew,
// turns, soft focus. `defect` may be null.
[[nodiscard]] FormScan form_scan(const FormKind& kind, const FormDefect* defect, std::uint64_t seed,
                                 double dpi);

// The key the forms are signed with.
[[nodiscard]] rules::forms::Key form_key();

}  // namespace vermilion::evaluate
