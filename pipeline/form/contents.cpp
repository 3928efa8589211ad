#include "pipeline/form/contents.hpp"

#include "pipeline/form/key_places.hpp"
#include "pipeline/text/characters.hpp"

#include <algorithm>
#include <limits>

namespace vermilion::pipeline::form {
namespace {

constexpr double kFrameMm = 1;    // beside a frame: its line, and half a millimetre it may be off
constexpr double kPaddingMm = 2;  // before the print of a cell
constexpr double kMmPerPoint = 25.4 / 72;
constexpr std::size_t kBlankFrom = 2;  // blanks side by side are a gap to write in

BoxMm inside(const BoxMm& box, double by) {
  return {box.x + by, box.y + by, std::max(0.0, box.w - 2 * by), std::max(0.0, box.h - 2 * by)};
}

bool is_sealed(const std::vector<BoxedSeal>& seals, std::size_t stamp) {
  return std::ranges::any_of(seals, [&](const BoxedSeal& seal) { return seal.stamp == stamp; });
}

StampInk ink_in(const Stamp& stamp, const Placement& placement, const page::Pyramid& pyramid,
                const page::Light& light) {
  const BoxMm room = inside(stamp.room, kFrameMm);
  const bool may_sign = std::ranges::find(stamp.with, "signature") != stamp.with.end();
  StampInk ink{.red_mm2 = red_mm2(room, placement, pyramid, light)};
  if (may_sign) ink.writing = writing_in(room, placement, pyramid, light);
  return ink;
}

double emptiest(const Field& field, const Placement& placement, const page::Pyramid& pyramid,
                const page::Light& light) {
  double least = std::numeric_limits<double>::max();
  for (const BoxMm& blank : blanks_of(field)) {
    least = std::min(least, writing_in(blank, placement, pyramid, light).ink_mm2);
  }
  return least;
}

}  // namespace

bool is_written_by_hand(const Field& field) {
  return field.fact.empty();
}

std::vector<BoxMm> blanks_of(const Field& field) {
  const std::u32string printed = text::characters_of(field.printed.value_or(""));
  const double em = field.size_pt * kMmPerPoint;
  std::vector<BoxMm> blanks;
  for (std::size_t begin = 0; begin < printed.size();) {
    std::size_t end = begin;
    while (end < printed.size() && printed[end] == U'\u3000') ++end;
    if (end - begin >= kBlankFrom) {
      const double before =
          width_mm(text::utf8_of(std::u32string_view(printed).substr(0, begin)), field.size_pt);
      // Half a character of what is printed on either side may be off.
      blanks.push_back({field.value.x + kPaddingMm + before + em / 2, field.value.y + kFrameMm,
                        static_cast<double>(end - begin - 1) * em, field.value.h - 2 * kFrameMm});
    }
    begin = std::max(end, begin + 1);
  }
  if (blanks.empty() && printed.empty()) blanks.push_back(inside(field.value, kFrameMm));
  return blanks;
}

Contents contents_of(const Template& form, const Placement& placement, const page::Pyramid& pyramid,
                     const page::Light& light, std::span<const seal::Seal> seals) {
  Contents contents{.seals = seals_in_boxes(form, placement, seals)};
  for (std::size_t i = 0; i < form.stamps.size(); ++i) {
    contents.stamps.push_back(is_sealed(contents.seals, i)
                                  ? StampInk{}
                                  : ink_in(form.stamps[i], placement, pyramid, light));
  }
  for (const Field& field : form.fields) {
    const bool to_write = is_written_by_hand(field) && !blanks_of(field).empty();
    contents.blanks_mm2.push_back(
        to_write ? std::optional(emptiest(field, placement, pyramid, light)) : std::nullopt);
  }
  for (const Tick& tick : form.ticks) {
    const BoxMm square = inside(tick.square, kFrameMm / 2);
    contents.ticks_mm2.push_back(writing_in(square, placement, pyramid, light).ink_mm2);
  }
  return contents;
}

}  // namespace vermilion::pipeline::form
