#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vermilion::service::accounts {

// For who cannot see the picture: a sum in words, to be read out. A program that reads Chinese can
// answer it, so it is no wall; what it costs is another request, and those are counted.
struct Question {
  std::string zh;  // "二十七加八等于几？"
  std::string en;
  std::string answer;  // "35"
};

[[nodiscard]] Question question_from(std::uint64_t seed);

// "二十七", for 0 to 99.
[[nodiscard]] std::string in_chinese(unsigned number);

}  // namespace vermilion::service::accounts
