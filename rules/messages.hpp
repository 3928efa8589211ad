#pragma once

#include "pipeline/finding.hpp"
#include "rules/language.hpp"

#include <span>
#include <string>
#include <string_view>

// What a person is told about a finding. The texts stand in rules/messages/zh.json and en.json, one
// entry per finding code, and are compiled into the program.
namespace vermilion::rules {

// Words of a finding that stand in place of the remedy: what its rule says to the applicant.
inline constexpr const char* kRemedyZh = "applicant.zh";
inline constexpr const char* kRemedyEn = "applicant.en";

struct Text {
  std::string label;    // two to six Han characters, for the mark on the scan
  std::string message;  // what is wrong, with the measured value and the bound
  std::string remedy;   // what to do about it
};

// Placeholders {value}, {threshold} and the finding's own words are filled in.
[[nodiscard]] Text text_of(const pipeline::Finding& finding, Language language);

// The entry as it stands in the file, placeholders and all: what a code means in general.
[[nodiscard]] const Text& text_of(pipeline::FindingCode code, Language language);

// The words a finding may carry: what fills the placeholders besides {value} and {threshold}, here
// and in the texts of a rule.
[[nodiscard]] std::span<const std::string_view> finding_words();

// A measurement as the messages write it: counts with their thousands apart, others to two places.
[[nodiscard]] std::string number_text(double value);

}  // namespace vermilion::rules
