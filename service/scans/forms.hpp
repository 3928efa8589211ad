#pragma once

#include "pipeline/form/template.hpp"
#include "rules/forms/fill.hpp"
#include "service/effects/carry.hpp"
#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"

#include <string>

// Forms of an order, printed.
namespace vermilion::service::scans {

// PDF of the form for a slot, as the order stands: the same order, the same bytes. What the order
// does not know is left blank, to be written in by hand. NotThere: the slot has no form; Refused:
// the form of the order is not filled in.
[[nodiscard]] Result<std::string> form_pdf(House& house, const workflow::Order& order,
                                           const std::string& slot);
// The same before it is printed: for whoever plays an applicant who prints and stamps it.
struct FilledSlot {
  rules::forms::FilledForm form;
  std::string payload;  // of its code
  pipeline::form::Template layout;
};
[[nodiscard]] Result<FilledSlot> filled_slot(House& house, const workflow::Order& order,
                                             const std::string& slot);
// For the refund that is being asked for, or the last one. NotThere: there is none.
[[nodiscard]] Result<std::string> refund_letter_pdf(House& house, const workflow::Order& order);

// MakeForms and MakeRefundLetter, done.
[[nodiscard]] effects::Outcome<effects::Carried> make_forms(House& house,
                                                            const effects::Task& task);
[[nodiscard]] effects::Outcome<effects::Carried> make_refund_letter(House& house,
                                                                    const effects::Task& task);

}  // namespace vermilion::service::scans
