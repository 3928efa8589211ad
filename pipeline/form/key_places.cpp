#include "pipeline/form/key_places.hpp"

#include "pipeline/text/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::pipeline::form {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kHalfWidth = 0.56;  // of an em: digits and Latin letters, on average
constexpr double kPaddingMm = 2;     // before the print of a cell

// The texts that say whose form it is; explanations may be covered.
constexpr std::array<std::string_view, 2> kKeyTexts{"order_number", "body"};

BoxMm print_of(const Field& field) {
  const double height = field.size_pt * kMmPerPoint;
  const double room = field.value.w - 2 * kPaddingMm;
  return {field.value.x + kPaddingMm, field.value.y + (field.value.h - height) / 2,
          std::min(room, width_mm(*field.printed, field.size_pt)), height};
}

}  // namespace

double width_mm(const std::string& utf8, double size_pt) {
  double ems = 0;
  for (const char32_t c : text::characters_of(utf8)) ems += c < 0x80 ? kHalfWidth : 1;
  return ems * size_pt * kMmPerPoint;
}

std::vector<KeyPlace> key_places(const Template& form) {
  std::vector<KeyPlace> places{{"code", form.code}};
  for (const Code& code : form.codes) {
    if (code.printed) places.push_back({fmt::format("codes/{}", code.id), code.symbol});
  }
  for (const Field& field : form.fields) {
    if (field.printed && !field.fact.empty()) {
      places.push_back({fmt::format("fields/{}", field.id), print_of(field)});
    }
  }
  for (const Text& text : form.texts) {
    const bool key = std::ranges::find(kKeyTexts, text.id) != kKeyTexts.end();
    const bool allowed =
        std::ranges::find(form.seal_may_cover, text.id) != form.seal_may_cover.end();
    if (!key || allowed || !text.printed) continue;
    BoxMm box = text.box;
    box.w = std::min(box.w, width_mm(*text.printed, text.size_pt));
    places.push_back({fmt::format("texts/{}", text.id), box});
  }
  return places;
}

}  // namespace vermilion::pipeline::form
