#include "service/accounts/typed_code.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <array>

namespace vermilion::service::accounts {
namespace {

namespace credit_code = pipeline::credit_code;

std::vector<std::string> characters_of(std::string_view utf8) {
  std::vector<std::string> characters;
  for (const char byte : utf8) {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
    if (!continues || characters.empty()) characters.emplace_back();
    characters.back() += byte;
  }
  return characters;
}

// U+FF01 to U+FF5E stand for ASCII.
std::optional<char> narrowed(const std::string& character) {
  if (character.size() != 3 || character[0] != '\xEF') return std::nullopt;
  const unsigned row = static_cast<unsigned char>(character[1]);
  const unsigned cell = static_cast<unsigned char>(character[2]);
  if (row != 0xBC && row != 0xBD) return std::nullopt;
  const unsigned code = (row == 0xBC ? 0x20 + cell - 0x80 : 0x60 + cell - 0x80);
  return code > 0x20 && code < 0x7F ? std::optional(static_cast<char>(code)) : std::nullopt;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

Why why_of(const std::string& from, const std::string& to) {
  if (to.empty()) return Why::Separator;
  const auto narrow = narrowed(from);
  if (narrow && upper(*narrow) == to[0]) return Why::Width;
  if (from.size() == 1 && upper(from[0]) == to[0]) return Why::Case;
  return Why::Lookalike;
}

bool is_letter_or_digit(const std::string& character) {
  const char c = upper(character.size() == 1 ? character[0] : narrowed(character).value_or(' '));
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

// Separators fall out, everything else stands for one character: so the two are walked together.
std::vector<Change> changes_between(std::string_view typed, const std::string& code) {
  const auto given = characters_of(typed);
  const auto meant = characters_of(code);
  std::vector<Change> changes;
  std::size_t at = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool kept = at < meant.size() && (given[i] == meant[at] || is_letter_or_digit(given[i]));
    const std::string to = kept ? meant[at++] : "";
    if (to != given[i]) changes.push_back({i + 1, given[i], to, why_of(given[i], to)});
  }
  return changes;
}

std::string text_of(credit_code::Fault fault) {
  switch (fault) {
    case credit_code::Fault::Length:
      return "统一社会信用代码应为 18 位，请检查是否多填或漏填。";
    case credit_code::Fault::CitizenId:
      return "这是身份证号码，不是统一社会信用代码。";
    case credit_code::Fault::Alphabet:
      return "统一社会信用代码只有数字和大写字母，且不含 I、O、Z、S、V。";
    case credit_code::Fault::Region:
      return "第 3 至 8 位应为行政区划数字，请对照证照检查。";
    case credit_code::Fault::InnerCheck:
    case credit_code::Fault::OuterCheck:
      return "校验位不符，可能有一位填错，请对照证照逐位检查。";
    case credit_code::Fault::NonConforming:
      break;
  }
  return "这个代码的校验位不合标准，请拨打 4008001040 由工作人员办理。";
}

}  // namespace

std::string_view name_of(Why why) {
  constexpr std::array<std::string_view, 4> kNames{"width", "case", "separator", "lookalike"};
  return kNames[static_cast<std::size_t>(why)];
}

TypedCode read_typed_code(std::string_view typed) {
  TypedCode read{std::string(typed), credit_code::normalise(typed), false, {}, {}, {}};
  const auto sound = credit_code::check(read.code);
  read.valid = sound.has_value();
  read.changes = changes_between(typed, read.code);
  if (!sound) {
    read.fault = std::string(credit_code::name(sound.error()));
    read.candidates = credit_code::candidates(read.code);
  }
  return read;
}

Result<std::string> credit_code_meant(std::string_view typed, std::string_view pointer) {
  auto code = credit_code::parse(typed);
  if (!code) return invalid(std::string(pointer), text_of(code.error()));
  return std::move(*code);
}

}  // namespace vermilion::service::accounts
