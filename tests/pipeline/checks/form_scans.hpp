#pragma once

#include "pipeline/report.hpp"
#include "samples/form.hpp"
#include "tests/support/a_sample.hpp"

#include <chrono>
#include <string>
#include <string_view>

// A form on its way back, as a check of its parts sees it.
namespace vermilion::tests {

// The sheet for the electronic seal of 鹰潭, which takes seals and signatures, and the letter of
// authorisation, which is written into by hand.
inline constexpr std::string_view kSealSheet = "seal_sheet";
inline constexpr std::string_view kLetter = "authorisation_letter";

pipeline::Report checked_form(std::string_view check, std::string_view document,
                              const samples::FormRecipe& recipe, const Thresholds& thresholds = {});

// The letter on this day, by the check of how long it lasts.
pipeline::Report checked_letter(std::chrono::year_month_day today,
                                const samples::FormRecipe& recipe);

// The codes of its findings.
std::string codes_of_form(std::string_view check, std::string_view document,
                          const samples::FormRecipe& recipe, const Thresholds& thresholds = {});

}  // namespace vermilion::tests
