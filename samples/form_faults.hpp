#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// What people do wrong with a form.
namespace vermilion::samples {

enum class FormFault : std::uint8_t {
  SealMissing,
  SealFaint,
  SealWrongBox,
  SealOverLine,
  SealOverKey,
  SealSquare,
  SealNumberClogged,
  PersonSealRound,
  SignatureMissing,
  SignaturePrinted,
  SignatureVertical,
  SignatureWide,
  FieldBlank,
  Unticked,
  Reduced,
  Enlarged,
  DaySoon,
};

struct FormFaultDescription {
  FormFault fault;
  std::string_view id;  // "seal_wrong_box"
  std::string_view what;
};

// One row per fault, in the order of the enumeration.
[[nodiscard]] std::span<const FormFaultDescription> form_faults();
[[nodiscard]] std::string_view name(FormFault fault);
[[nodiscard]] std::optional<FormFault> form_fault_named(std::string_view id);

}  // namespace vermilion::samples
