#include "pipeline/credit_code/registration_number.hpp"

#include <algorithm>

namespace vermilion::pipeline::registration_number {
namespace {

constexpr std::size_t kDigits = 15;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

char check_digit(std::string_view digits) {
  int product = 10;
  for (const char digit : digits) {
    const int sum = (product + digit - '0') % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return static_cast<char>('0' + (11 - product) % 10);
}

bool valid(std::string_view number) {
  return number.size() == kDigits && std::ranges::all_of(number, is_digit) &&
         check_digit(number.substr(0, kDigits - 1)) == number.back();
}

}  // namespace vermilion::pipeline::registration_number
