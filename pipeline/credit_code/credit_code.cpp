#include "pipeline/credit_code/credit_code.hpp"

#include "pipeline/credit_code/citizen_id.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <utility>

namespace vermilion::pipeline::credit_code {
namespace {

constexpr std::size_t kBodyBegin = 8;
constexpr std::size_t kInnerCheck = 16;
constexpr std::size_t kOuterCheck = 17;

// Ambiguous characters that are settled by search; more of them is no code but noise, and 3^18
// readings would be a way to keep us busy.
constexpr int kOpenPositions = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int value_of(char c) {
  return static_cast<int>(kAlphabet.find(c));
}

bool in_alphabet(char c) {
  return c != '\0' && kAlphabet.find(c) != std::string_view::npos;
}

// Provinces of GB/T 2260 and "10" for the whole country. Counties are withdrawn over time while a
// code is for life, so nothing finer is asked.
bool is_province(std::string_view two) {
  constexpr std::array<std::string_view, 35> kProvinces{
      "10", "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33",
      "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51",
      "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"};
  return std::ranges::find(kProvinces, two) != kProvinces.end();
}

bool region_holds(std::string_view code) {
  return std::ranges::all_of(code.substr(2, 6), is_digit) && is_province(code.substr(2, 2));
}

// Two full-width code points in three UTF-8 bytes: U+FF01..U+FF5E mirror ASCII 0x21..0x7E.
std::optional<char> from_full_width(std::string_view text) {
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) != 0xEF) return std::nullopt;
  const unsigned point = 0xF000u | (static_cast<unsigned char>(text[1]) & 0x3Fu) << 6 |
                         (static_cast<unsigned char>(text[2]) & 0x3Fu);
  if (point < 0xFF01 || point > 0xFF5E) return std::nullopt;
  return static_cast<char>(point - 0xFF01 + 0x21);
}

// Bytes of a separator at the front of the text: blanks, dashes, dots, zero-width marks.
std::size_t separator_length(std::string_view text) {
  constexpr std::array<std::string_view, 17> kSeparators{
      " ",      "\t",     "\n",     "\r",     "-",      ".",      "\u00B7", "\u2022", "\u30FB",
      "\u3000", "\u00A0", "\u200B", "\u200C", "\u200D", "\uFEFF", "\u2013", "\u2014"};
  for (const auto separator : kSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

std::string without_separators(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (const std::size_t skip = separator_length(text); skip > 0) {
      text.remove_prefix(skip);
    } else if (const auto half = from_full_width(text)) {
      text.remove_prefix(3);
      if (separator_length(std::string(1, *half)) == 0) plain += *half;
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The letters the alphabet itself decides.
char folded(char c) {
  switch (c) {
    case 'O':
      return '0';
    case 'I':
      return '1';
    case 'Z':
      return '2';
    case 'S':
      return '5';
    default:
      return c;
  }
}

char region_digit(char c) {
  switch (c) {
    case 'B':
      return '8';
    case 'D':
    case 'Q':
    case 'U':
      return '0';
    case 'G':
      return '6';
    case 'T':
      return '7';
    case 'A':
      return '4';
    case 'L':
      return '1';
    default:
      return c;
  }
}

// What may stand for the character as typed at this position; the likeliest first.
std::string readings_of(char typed, std::size_t position) {
  if (position >= 2 && position < kBodyBegin) {
    return std::string(1, typed == 'l' ? '1' : region_digit(folded(upper(typed))));
  }
  if (typed == 'l') return "1L";
  if (upper(typed) == 'V') return "UY7";
  if (position == kInnerCheck && (upper(typed) == 'K' || upper(typed) == 'Y')) return "X";
  return std::string(1, folded(upper(typed)));
}

// Tries the readings of every ambiguous position; the first text that passes wins.
bool settle(std::string& code, const std::vector<std::string>& readings, std::size_t from) {
  while (from < readings.size() && readings[from].size() == 1) ++from;
  if (from == readings.size()) return valid(code);
  for (const char reading : readings[from]) {
    code[from] = reading;
    if (settle(code, readings, from + 1)) return true;
  }
  code[from] = readings[from].front();
  return false;
}

// Characters easily taken for each other; measured on Tesseract and on our own reader.
std::string_view lookalikes_of(char c) {
  switch (c) {
    case '0':
      return "DQU8B";
    case '1':
      return "L7TJ4";
    case '2':
      return "7";
    case '3':
      return "8B";
    case '4':
      return "A1";
    case '5':
      return "6";
    case '6':
      return "G5C";
    case '7':
      return "1T2";
    case '8':
      return "B30";
    case '9':
      return "PQ8";
    case 'A':
      return "4R";
    case 'B':
      return "8R3";
    case 'C':
      return "G6";
    case 'D':
      return "0QU";
    case 'E':
      return "F";
    case 'F':
      return "EP";
    case 'G':
      return "6C";
    case 'H':
      return "NM";
    case 'J':
      return "1U";
    case 'K':
      return "XY";
    case 'L':
      return "1";
    case 'M':
      return "NHW";
    case 'N':
      return "MH";
    case 'P':
      return "RF9";
    case 'Q':
      return "0D9";
    case 'R':
      return "PKAB";
    case 'T':
      return "71Y";
    case 'U':
      return "JW0D";
    case 'W':
      return "MU";
    case 'X':
      return "KY";
    case 'Y':
      return "XTK";
    default:
      return "";
  }
}

}  // namespace

std::string_view name(Fault fault) {
  switch (fault) {
    case Fault::Length:
      return "length";
    case Fault::CitizenId:
      return "citizen_id";
    case Fault::Alphabet:
      return "alphabet";
    case Fault::Region:
      return "region";
    case Fault::InnerCheck:
      return "inner_check";
    case Fault::OuterCheck:
      return "outer_check";
    case Fault::NonConforming:
      return "non_conforming";
  }
  return {};
}

char inner_check(std::string_view body) {
  // GB 11714 counts letters with the full A to Z, unlike the outer check.
  constexpr std::array kWeights{3, 7, 9, 10, 5, 8, 4, 2};
  assert(body.size() == kWeights.size());
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    sum += kWeights[i] * (is_digit(body[i]) ? body[i] - '0' : body[i] - 'A' + 10);
  }
  const int remainder = (11 - sum % 11) % 11;
  return remainder == 10 ? 'X' : static_cast<char>('0' + remainder);
}

char outer_check(std::string_view first17) {
  assert(first17.size() == kOuterCheck);
  int sum = 0;
  int weight = 1;  // 3^i mod 31
  for (const char c : first17) {
    sum += value_of(c) * weight;
    weight = weight * 3 % 31;
  }
  return kAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

tl::expected<void, Fault> check(std::string_view code) {
  if (code.size() != kLength) return tl::make_unexpected(Fault::Length);
  if (citizen_id::valid(code)) return tl::make_unexpected(Fault::CitizenId);
  if (!std::ranges::all_of(code, in_alphabet)) return tl::make_unexpected(Fault::Alphabet);
  if (!region_holds(code)) return tl::make_unexpected(Fault::Region);
  if (inner_check(code.substr(kBodyBegin, 8)) != code[kInnerCheck]) {
    return tl::make_unexpected(Fault::InnerCheck);
  }
  if (outer_check(code.substr(0, kOuterCheck)) != code[kOuterCheck]) {
    const bool early_pilot = code.substr(2, 2) == "35" && code.substr(kBodyBegin, 2) == "M0";
    return tl::make_unexpected(early_pilot ? Fault::NonConforming : Fault::OuterCheck);
  }
  return {};
}

bool category_is_known(std::string_view code) {
  // Department, then its categories: GB 32100 amendment 1, table 2.
  constexpr std::array<std::pair<char, std::string_view>, 12> kCategories{{{'1', "1239"},
                                                                           {'2', "19"},
                                                                           {'3', "123459"},
                                                                           {'4', "19"},
                                                                           {'5', "1239"},
                                                                           {'6', "129"},
                                                                           {'7', "129"},
                                                                           {'8', "19"},
                                                                           {'9', "123"},
                                                                           {'A', "19"},
                                                                           {'N', "1239"},
                                                                           {'Y', "1"}}};
  if (code.size() < 2) return false;
  const auto row =
      std::ranges::find(kCategories, code[0], &std::pair<char, std::string_view>::first);
  return row != kCategories.end() && row->second.find(code[1]) != std::string_view::npos;
}

std::string normalise(std::string_view text) {
  const std::string typed = without_separators(text);
  std::vector<std::string> readings;
  std::string code;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    readings.push_back(readings_of(typed[i], i));
    code += readings.back().front();
  }
  const auto open = std::ranges::count_if(readings, [](const auto& r) { return r.size() > 1; });
  if (code.size() == kLength && open <= kOpenPositions) settle(code, readings, 0);
  return code;
}

tl::expected<std::string, Fault> parse(std::string_view text) {
  std::string code = normalise(text);
  return check(code).map([&] { return std::move(code); });
}

bool has_lookalikes(std::string_view printed) {
  return std::ranges::any_of(
      printed, [](char c) { return c == 'O' || c == 'I' || c == 'Z' || c == 'S' || c == 'V'; });
}

std::vector<std::string> candidates(std::string_view code) {
  std::vector<std::string> found;
  if (code.size() != kLength) return found;
  for (std::size_t i = 0; i < kLength; ++i) {
    for (const char other : lookalikes_of(code[i])) {
      std::string repaired(code);
      repaired[i] = other;
      if (valid(repaired)) found.push_back(std::move(repaired));
    }
  }
  return found;
}

}  // namespace vermilion::pipeline::credit_code
