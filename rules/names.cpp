#include "rules/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;

// The longest name on a licence has some sixty characters. What is longer is no name, and is not
// worth a table of a million cells.
constexpr std::size_t kAlignedMax = 512;

std::u32string characters_of(std::string_view utf8) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::u32string characters(static_cast<std::size_t>(text.countChar32()), U'\0');
  UErrorCode error = U_ZERO_ERROR;
  text.toUTF32(reinterpret_cast<UChar32*>(characters.data()),
               static_cast<std::int32_t>(characters.size()), error);
  return characters;
}

std::string utf8_of(char32_t character) {
  std::string utf8;
  icu::UnicodeString(static_cast<UChar32>(character)).toUTF8String(utf8);
  return utf8;
}

bool is_name_dot(char32_t c) {
  return c == U'·' || c == U'•' || c == U'‧' || c == U'・' || c == U'･';
}

bool has_a_usual_twin(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  return c == U'\u3000' || within(0xFF00, 0xFFEF) ||            // widths
         within(0xF900, 0xFAFF) || within(0x2F800, 0x2FA1F) ||  // compatibility ideographs
         within(0x2E80, 0x2FDF);                                // radicals
}

char32_t usual(char32_t c) {
  if (is_name_dot(c)) return U'·';
  if (!has_a_usual_twin(c)) return c;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
  const icu::UnicodeString twin =
      nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), error);
  assert(U_SUCCESS(error) && "NFKC is part of the library");
  return twin.countChar32() == 1 ? static_cast<char32_t>(twin.char32At(0)) : c;
}

std::u32string normal_form(std::u32string name) {
  std::ranges::transform(name, name.begin(), usual);
  return name;
}

// How many edits the rest of both names costs, from each pair of places on.
class Costs {
 public:
  Costs(const std::u32string& read, const std::u32string& expected)
      : columns_(expected.size() + 1), cells_((read.size() + 1) * columns_) {
    for (std::size_t i = read.size() + 1; i-- > 0;) {
      for (std::size_t j = columns_; j-- > 0;) {
        cells_[i * columns_ + j] = cost(read, expected, i, j);
      }
    }
  }

  std::size_t at(std::size_t i, std::size_t j) const { return cells_[i * columns_ + j]; }

 private:
  std::size_t cost(const std::u32string& read, const std::u32string& expected, std::size_t i,
                   std::size_t j) const {
    if (i == read.size()) return expected.size() - j;
    if (j == expected.size()) return read.size() - i;
    const std::size_t kept = at(i + 1, j + 1) + (read[i] == expected[j] ? 0 : 1);
    return std::min({kept, at(i + 1, j) + 1, at(i, j + 1) + 1});
  }

  std::size_t columns_;
  std::vector<std::size_t> cells_;
};

// Names as they stand, and in the form they are compared in; both have the same places.
struct Name {
  explicit Name(std::string_view utf8)
      : written(characters_of(utf8)), compared(normal_form(written)) {}

  std::u32string written;
  std::u32string compared;
};

std::vector<NameEdit> aligned(const Name& read, const Name& expected) {
  const Costs costs(read.compared, expected.compared);
  std::vector<NameEdit> edits;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < read.compared.size() || j < expected.compared.size()) {
    const bool both = i < read.compared.size() && j < expected.compared.size();
    const bool same = both && read.compared[i] == expected.compared[j];
    const std::size_t left = costs.at(i, j);
    if (both && left == costs.at(i + 1, j + 1) + (same ? 0 : 1)) {
      if (!same) edits.push_back({i, j, utf8_of(read.written[i]), utf8_of(expected.written[j])});
      ++i, ++j;
    } else if (i < read.compared.size() && left == costs.at(i + 1, j) + 1) {
      edits.push_back({i, j, utf8_of(read.written[i]), ""});
      ++i;
    } else {
      edits.push_back({i, j, "", utf8_of(expected.written[j])});
      ++j;
    }
  }
  return edits;
}

std::vector<NameEdit> width_edits(const Name& read, const Name& expected) {
  std::vector<NameEdit> edits;
  for (std::size_t i = 0; i < read.written.size(); ++i) {
    if (read.written[i] == expected.written[i]) continue;
    edits.push_back({i, i, utf8_of(read.written[i]), utf8_of(expected.written[i])});
  }
  return edits;
}

FindingCode code_of(const std::vector<NameEdit>& edits) {
  const auto all = [&](auto holds) { return std::ranges::all_of(edits, holds); };
  if (all([](const NameEdit& edit) { return edit.read.empty(); })) return FindingCode::NameMissing;
  if (all([](const NameEdit& edit) { return edit.expected.empty(); })) {
    return FindingCode::NameExtra;
  }
  return FindingCode::NameChar;
}

}  // namespace

std::optional<NameDifference> name_difference(std::string_view read, std::string_view expected) {
  if (read == expected) return std::nullopt;
  const Name as_read(read);
  const Name as_expected(expected);
  if (as_read.compared == as_expected.compared) {
    return NameDifference{FindingCode::NameWidth, width_edits(as_read, as_expected)};
  }
  if (std::max(as_read.compared.size(), as_expected.compared.size()) > kAlignedMax) {
    return NameDifference{FindingCode::NameChar, {}};
  }
  std::vector<NameEdit> edits = aligned(as_read, as_expected);
  const FindingCode code = code_of(edits);
  return NameDifference{code, std::move(edits)};
}

std::string edits_text(const NameDifference& difference) {
  const auto shown = [](const std::string& character) {
    return character.empty() ? "-" : character;
  };
  std::vector<std::string> edits;
  for (const NameEdit& edit : difference.edits) {
    edits.push_back(
        fmt::format("{}: {}/{}", edit.expected_at + 1, shown(edit.read), shown(edit.expected)));
  }
  return fmt::format("{}", fmt::join(edits, ", "));
}

}  // namespace vermilion::rules
