#include "service/accounts/captcha_question.hpp"

#include <fmt/format.h>

#include <array>

namespace vermilion::service::accounts {

std::string in_chinese(unsigned number) {
  constexpr std::array<std::string_view, 10> kDigits{"零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
  if (number < 10) return std::string(kDigits[number]);
  const unsigned tens = number / 10;
  const unsigned ones = number % 10;
  return fmt::format("{}十{}", tens == 1 ? "" : kDigits[tens], ones == 0 ? "" : kDigits[ones]);
}

Question question_from(std::uint64_t seed) {
  const auto large = static_cast<unsigned>(21 + seed % 60);
  const auto small = static_cast<unsigned>(3 + (seed / 60) % 15);
  const bool adds = (seed / 900) % 2 == 0;
  return {fmt::format("{}{}{}等于几？", in_chinese(large), adds ? "加" : "减", in_chinese(small)),
          fmt::format("What is {} {} {}?", large, adds ? "plus" : "minus", small),
          fmt::format("{}", adds ? large + small : large - small)};
}

}  // namespace vermilion::service::accounts
