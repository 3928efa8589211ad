#include "pipeline/credit_code/citizen_id.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>

namespace vermilion::pipeline::citizen_id {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

bool is_date(std::string_view yyyymmdd) {
  const std::chrono::year_month_day date{
      std::chrono::year(static_cast<int>(number(yyyymmdd.substr(0, 4)))),
      std::chrono::month(number(yyyymmdd.substr(4, 2))),
      std::chrono::day(number(yyyymmdd.substr(6, 2)))};
  return date.ok() && date.year() >= std::chrono::year(1800) &&
         date.year() < std::chrono::year(2100);
}

}  // namespace

char check_character(std::string_view first17) {
  constexpr std::array kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  assert(first17.size() == kWeights.size());
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (first17[i] - '0');
  return "10X98765432"[sum % 11];
}

bool valid(std::string_view id) {
  if (id.size() != 18 || !std::ranges::all_of(id.substr(0, 17), is_digit)) return false;
  if (id[0] < '1' || id[0] > '8') return false;
  return is_date(id.substr(6, 8)) && check_character(id.substr(0, 17)) == id[17];
}

}  // namespace vermilion::pipeline::citizen_id
