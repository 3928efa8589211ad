#include "samples/handed_in.hpp"

#include "samples/capture/copier.hpp"
#include "samples/capture/watermark.hpp"
#include "samples/documents/catalogue.hpp"
#include "samples/invented_numbers.hpp"
#include "samples/red_print.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace vermilion::samples {
namespace {

using seals::StampedSeal;

// Another organisation's code is taken where the first has no digit a letter could stand for.
Organisation with_lookalike_printed(Organisation holder, const Random& random) {
  Random misprint = random.child("misprint");
  for (int nth = 2; holder.code_printed == holder.code_meant; ++nth) {
    holder.code_printed = with_lookalike(holder.code_meant, misprint);
    if (holder.code_printed != holder.code_meant) break;
    holder =
        invent_organisation(holder.category, random.child("organisation " + std::to_string(nth)));
  }
  return holder;
}

Organisation holder_of(const Recipe& recipe, const Random& random) {
  Organisation holder = invent_organisation(documents::describe(recipe.document).category,
                                            random.child("organisation"));
  holder.card = {.number_wrong = has(recipe, Defect::CardNumberWrong),
                 .years_over = static_cast<int>(strength(recipe, Defect::CardExpired).value_or(0))};
  if (has(recipe, Defect::CodeLookalike)) return with_lookalike_printed(holder, random);
  if (has(recipe, Defect::CodeWrong)) {
    Random misprint = random.child("misprint");
    holder.code_printed = misprinted(holder.code_meant, misprint);
  }
  return holder;
}

void stamp_all(Picture& page, const std::vector<StampedSeal>& stamped, int dpi,
               const Random& random) {
  int nth = 0;
  for (const StampedSeal& seal : stamped) {
    seals::stamp(page, dpi, seal.impression, random.child("ink " + std::to_string(nth++)));
  }
}

// Colour copies look duller than originals; one in three is handed in as one.
void copy(Picture& page, const Recipe& recipe, const Random& random) {
  Random copier = random.child("colour copier");
  if (recipe.copy == Copy::BlackAndWhite) {
    capture::photocopy(page, recipe.dpi, random.child("copier"));
  } else if (copier.chance(1.0 / 3)) {
    capture::colour_copy(page, recipe.dpi, copier);
  }
}

cv::Rect pixels_of(const Rect& rect, int dpi) {
  constexpr double kMarginMm = 0.5;  // half the line around a card, and its softness
  const double px = dpi / 25.4;
  const auto whole = [&](double mm) { return static_cast<int>(std::lround(mm * px)); };
  return {whole(rect.x - kMarginMm), whole(rect.y - kMarginMm), whole(rect.width + 2 * kMarginMm),
          whole(rect.height + 2 * kMarginMm)};
}

// Cards as they came out of the copier: one side forgotten, or smaller than they are.
void copy_cards(HandedIn& sheet, const Recipe& recipe) {
  const auto missing = strength(recipe, Defect::CardSideMissing);
  const auto size = strength(recipe, Defect::CardReduced);
  int side = 2;
  for (const Rect& card : sheet.document.cards) {
    cv::Mat place = sheet.page(pixels_of(card, recipe.dpi));
    if (missing && side-- == static_cast<int>(std::lround(*missing))) {
      place.setTo(cv::Scalar::all(255));
    } else if (size) {
      cv::Mat smaller;
      cv::resize(place, smaller, {}, *size, *size, cv::INTER_AREA);
      place.setTo(cv::Scalar::all(255));
      smaller.copyTo(place(cv::Rect(cv::Point((place.cols - smaller.cols) / 2, (place.rows - smaller.rows) / 2), smaller.size())));
    }
  }
}

void stamp_original(HandedIn& sheet, const Recipe& recipe, const Random& random) {
  sheet.seals = seals::original_seals(sheet.document, random.child("registrar"));
  stamp_all(sheet.page, sheet.seals, recipe.dpi, random.child("registrar"));
}

// A strip beside the seal, on the side where it hides least of what else is looked for.
Rect free_beside(const HandedIn& sheet, const Rect& seal, double width_mm, Random random) {
  const double gap = random.uniform(2.0, 6.0);
  const double length = 2.5 * seal.height;
  const Point c = seal.centre();
  const std::array sides{Rect{seal.right() + gap, c.y - length / 2, width_mm, length},
                         Rect{seal.x - gap - width_mm, c.y - length / 2, width_mm, length},
                         Rect{c.x - length / 2, seal.bottom() + gap, length, width_mm},
                         Rect{c.x - length / 2, seal.y - gap - width_mm, length, width_mm}};
  const auto hides = [&](const Rect& strip) {
    const auto in_the_way = [&](const StampedSeal& other) {
      return overlap(strip, seals::box_of(other.impression));
    };
    return std::ranges::any_of(sheet.seals, in_the_way) ||
           (sheet.document.emblem && overlap(strip, *sheet.document.emblem));
  };
  const auto free = std::ranges::find_if_not(sides, hides);
  return free == sides.end() ? Rect{} : *free;
}

void stamp_copy(HandedIn& sheet, const Recipe& recipe, const Random& random) {
  const auto fresh =
      seals::holder_seals(sheet.document, sheet.holder, recipe, random.child("holder"));
  stamp_all(sheet.page, fresh, recipe.dpi, random.child("holder"));
  sheet.seals.insert(sheet.seals.end(), fresh.begin(), fresh.end());
}

// What lies close to the holder's first seal.
void surround(HandedIn& sheet, const Recipe& recipe, const Random& random) {
  const auto holder =
      std::ranges::find(sheet.seals, pipeline::SealRole::Holder, &StampedSeal::role);
  if (holder == sheet.seals.end()) return;
  const Rect seal = seals::box_of(holder->impression);
  if (const auto width_mm = strength(recipe, Defect::RedStrip)) {
    red_strip(sheet.page, recipe.dpi, free_beside(sheet, seal, *width_mm, random.child("strip")));
  }
  if (const auto size_mm = strength(recipe, Defect::RedHeadline)) {
    red_headline(sheet.page, recipe.dpi, seal, *size_mm, random.child("headline"));
  }
  if (const auto opacity = strength(recipe, Defect::SealUnderWatermark)) {
    capture::watermark_across(sheet.page, recipe.dpi, seal.centre(), *opacity,
                              random.child("watermark"));
  }
}

}  // namespace

HandedIn hand_in(const Recipe& recipe, const Random& random) {
  const Organisation holder = holder_of(recipe, random);
  const auto draw = documents::describe(recipe.document).draw;
  HandedIn sheet{holder, draw(recipe.dpi, holder, random.child("document")), {}, {}};
  sheet.page = picture_of(sheet.document.page);
  copy_cards(sheet, recipe);
  stamp_original(sheet, recipe, random);
  if (!sheet.document.born_digital) copy(sheet.page, recipe, random);
  stamp_copy(sheet, recipe, random);
  surround(sheet, recipe, random.child("surroundings"));
  if (has(recipe, Defect::SealBw)) {
    capture::photocopy(sheet.page, recipe.dpi, random.child("second copier"));
  }
  return sheet;
}

}  // namespace vermilion::samples
