#include "samples/invented_numbers.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/credit_code/credit_code.hpp"

#include <fmt/format.h>

#include <cassert>
#include <cstddef>
#include <vector>

namespace vermilion::samples {
namespace {

namespace credit_code = pipeline::credit_code;
namespace citizen_id = pipeline::citizen_id;

constexpr std::size_t kBodyBegin = 8;

// Since 2015 bodies begin with MA (companies) or MB, MJ (others); older ones are all digits.
std::string body(std::string_view prefix, Random& random) {
  if (random.chance(0.4)) return random.digits(8);
  std::string text = prefix[0] == '9' ? "MA" : prefix[0] == '1' ? "MB" : "MJ";
  while (text.size() < 8) {
    text += random.chance(0.6) ? static_cast<char>('0' + random.integer(0, 9))
                               : random.choose(credit_code::kAlphabet);
  }
  return text;
}

std::string any_code(std::string_view prefix, Random& random) {
  const std::string middle = body(prefix, random);
  std::string code =
      fmt::format("{}{}{}{}", prefix, kNobodysRegion, middle, credit_code::inner_check(middle));
  return code + credit_code::outer_check(code);
}

char lookalike_of(char digit) {
  switch (digit) {
    case '0':
      return 'O';
    case '1':
      return 'I';
    case '2':
      return 'Z';
    case '5':
      return 'S';
    default:
      return digit;
  }
}

}  // namespace

std::string invented_credit_code(std::string_view prefix, Random& random) {
  std::string code = any_code(prefix, random);
  // A code may be a citizen ID by chance, which nobody can tell apart.
  while (!credit_code::valid(code)) code = any_code(prefix, random);
  return code;
}

std::string misprinted(const std::string& code, Random& random) {
  const auto position =
      static_cast<std::size_t>(random.integer(kBodyBegin, static_cast<int>(code.size()) - 1));
  std::string wrong = code;
  while (wrong[position] == code[position]) {
    wrong[position] = random.choose(credit_code::kAlphabet);
  }
  assert(!credit_code::valid(wrong));  // no single replacement passes: 31 is prime
  return wrong;
}

std::string with_lookalike(const std::string& code, Random& random) {
  std::vector<std::size_t> places;
  for (std::size_t i = kBodyBegin; i < code.size(); ++i) {
    if (lookalike_of(code[i]) != code[i]) places.push_back(i);
  }
  std::string printed = code;
  if (!places.empty()) {
    const std::size_t place = random.choose(places);
    printed[place] = lookalike_of(code[place]);
  }
  return printed;
}

std::string invented_citizen_id(int birth_year, bool male, Random& random) {
  const int order = random.integer(0, 499) * 2 + (male ? 1 : 0);
  const std::string first17 = fmt::format("{}{:04}{:02}{:02}{:03}", kNobodysRegion, birth_year,
                                          random.integer(1, 12), random.integer(1, 28), order);
  return first17 + citizen_id::check_character(first17);
}

std::string invented_seal_number(Random& random) {
  return fmt::format("{}{}", kNobodysRegion, random.digits(7));
}

std::string invented_registration_number(Random& random) {
  return fmt::format("{}{}", kNobodysRegion, random.digits(9));
}

std::string invented_certificate_number(Random& random) {
  return fmt::format("{}{}{:02}{:02}{}", kNobodysRegion, random.integer(2016, 2026),
                     random.integer(1, 12), random.integer(1, 28), random.digits(6));
}

std::string invented_medical_number(Random& random) {
  return fmt::format("PDY{}X{}{}D{}", random.digits(5), kNobodysRegion, random.digits(2),
                     random.digits(4));
}

std::string invented_mobile_number(Random& random) {
  // 1990000… has not been given out; the numbers on forms must ring nowhere.
  return "1990000" + random.digits(4);
}

}  // namespace vermilion::samples
