#include "service/output/plain_text.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace vermilion::service::output {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

// Format characters are refused too: those that turn the direction of writing hide what follows.
bool may_be_shown(UChar32 character) {
  const auto category = u_charType(character);
  return category != U_CONTROL_CHAR && category != U_FORMAT_CHAR && category != U_UNASSIGNED &&
         category != U_SURROGATE && category != U_LINE_SEPARATOR &&
         category != U_PARAGRAPH_SEPARATOR;
}

}  // namespace

std::string plain_text(std::string_view text) {
  const auto decoded = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  icu::UnicodeString shown;
  for (int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1)) {
    const UChar32 character = decoded.char32At(i);
    shown.append(may_be_shown(character) ? character : kReplacement);
  }
  std::string utf8;
  return shown.toUTF8String(utf8);
}

}  // namespace vermilion::service::output
