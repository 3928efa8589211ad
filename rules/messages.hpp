#pragma once

#include "pipeline/finding.hpp"

#include <cstdint>
#include <string>

// What a person is told about a finding. The texts stand in rules/messages/zh.json and en.json, one
// entry per finding code, and are compiled into the program.
namespace vermilion::rules {

enum class Language : std::uint8_t { Chinese, English };

struct Text {
  std::string label;    // two to six Han characters, for the mark on the scan
  std::string message;  // what is wrong, with the measured value and the bound
  std::string remedy;   // what to do about it
};

// Placeholders {value}, {threshold} and the finding's own words are filled in.
[[nodiscard]] Text text_of(const pipeline::Finding& finding, Language language);

}  // namespace vermilion::rules
