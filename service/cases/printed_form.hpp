#pragma once

#include "rules/cases.hpp"
#include "rules/forms/signature.hpp"
#include "rules/project.hpp"
#include "samples/form.hpp"

#include <tl/expected.hpp>

#include <span>
#include <string>
#include <string_view>

// Cases whose sample is the form of their slot, printed for the order of the case.
namespace vermilion::service::cases {

// What such a sample names as its document.
inline constexpr std::string_view kForm = "form";

// What is wrong with the print itself, besides samples::form_faults(): "form_stale".
[[nodiscard]] std::span<const std::string_view> print_faults();

[[nodiscard]] bool is_form(const rules::CaseDocument& document);

// The case with all its order has to say for its forms to be printed; what it says itself stays.
[[nodiscard]] rules::Case completed(const rules::Case& each);

// Why the sample of the case cannot be made; empty when it can.
[[nodiscard]] std::string wrong_with_form(const rules::Project& project,
                                          const rules::CaseDocument& document);

// Of a completed case, about which nothing is wrong.
[[nodiscard]] samples::FormSample form_sample(const rules::Project& project,
                                              const rules::Case& each,
                                              const rules::CaseDocument& document);

// The key they are signed with.
[[nodiscard]] const rules::forms::Key& form_key();

}  // namespace vermilion::service::cases
