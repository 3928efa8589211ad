#include "workflow/mobile.hpp"

#include <algorithm>

namespace vermilion::workflow {

bool is_mobile(std::string_view number) {
  return number.size() == 11 && number[0] == '1' && number[1] >= '3' && number[1] <= '9' &&
         std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

std::string masked_mobile(std::string_view number) {
  if (!is_mobile(number)) return "****";
  return std::string(number.substr(0, 3)) + "****" + std::string(number.substr(7));
}

}  // namespace vermilion::workflow
