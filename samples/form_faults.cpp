#include "samples/form_faults.hpp"

#include <algorithm>
#include <array>

namespace vermilion::samples {
namespace {

using enum FormFault;

constexpr std::array kFaults{
    FormFaultDescription{SealMissing, "form_seal_missing", "nobody stamped the company seal"},
    FormFaultDescription{SealFaint, "form_seal_faint", "hardly any ink on the company seal"},
    FormFaultDescription{SealWrongBox, "form_seal_wrong_box",
                         "the company seal stands in another box than its own"},
    FormFaultDescription{SealOverLine, "form_seal_over_line",
                         "the company seal lies across the line of its box"},
    FormFaultDescription{SealOverKey, "form_seal_over_key",
                         "the company seal lies on what the form says"},
    FormFaultDescription{SealSquare, "form_seal_square", "the company seal is a square one"},
    FormFaultDescription{SealNumberClogged, "form_seal_number_clogged",
                         "ink has run together in three digits of the company seal's number"},
    FormFaultDescription{PersonSealRound, "form_person_seal_round",
                         "the legal person's seal is round"},
    FormFaultDescription{SignatureMissing, "form_signature_missing",
                         "neither seal nor signature of the legal person"},
    FormFaultDescription{SignaturePrinted, "form_signature_printed",
                         "the legal person's name is typed"},
    FormFaultDescription{SignatureVertical, "form_signature_vertical",
                         "the legal person signed from top to bottom"},
    FormFaultDescription{SignatureWide, "form_signature_wide",
                         "the legal person signed far wider than a seal"},
    FormFaultDescription{FieldBlank, "form_field_blank",
                         "nobody filled in what is to be written by hand"},
    FormFaultDescription{Unticked, "form_unticked", "nobody ticked what is to be ticked"},
    FormFaultDescription{Reduced, "form_reduced", "printed at 93 to 97 % of its size"},
    FormFaultDescription{Enlarged, "form_enlarged", "printed at 103 to 104 % of its size"},
    FormFaultDescription{DaySoon, "form_day_soon",
                         "the last day, written by hand, is 29 November 2026"},
};

}  // namespace

std::span<const FormFaultDescription> form_faults() {
  return kFaults;
}

std::string_view name(FormFault fault) {
  return kFaults[static_cast<std::size_t>(fault)].id;
}

std::optional<FormFault> form_fault_named(std::string_view id) {
  const auto row = std::ranges::find(kFaults, id, &FormFaultDescription::id);
  return row == kFaults.end() ? std::nullopt : std::optional(row->fault);
}

}  // namespace vermilion::samples
