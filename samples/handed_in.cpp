#include "samples/handed_in.hpp"

#include "samples/capture/copier.hpp"
#include "samples/documents/catalogue.hpp"
#include "samples/invented_numbers.hpp"

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

void stamp_original(HandedIn& sheet, const Recipe& recipe, const Random& random) {
  sheet.seals = seals::original_seals(sheet.document, random.child("registrar"));
  stamp_all(sheet.page, sheet.seals, recipe.dpi, random.child("registrar"));
}

void stamp_copy(HandedIn& sheet, const Recipe& recipe, const Random& random) {
  const auto fresh =
      seals::holder_seals(sheet.document, sheet.holder, recipe, random.child("holder"));
  stamp_all(sheet.page, fresh, recipe.dpi, random.child("holder"));
  sheet.seals.insert(sheet.seals.end(), fresh.begin(), fresh.end());
}

}  // namespace

HandedIn hand_in(const Recipe& recipe, const Random& random) {
  const Organisation holder = holder_of(recipe, random);
  const auto draw = documents::describe(recipe.document).draw;
  HandedIn sheet{holder, draw(recipe.dpi, holder, random.child("document")), {}, {}};
  sheet.page = picture_of(sheet.document.page);
  stamp_original(sheet, recipe, random);
  if (!sheet.document.born_digital) copy(sheet.page, recipe, random);
  stamp_copy(sheet, recipe, random);
  if (has(recipe, Defect::SealBw)) {
    capture::photocopy(sheet.page, recipe.dpi, random.child("second copier"));
  }
  return sheet;
}

}  // namespace vermilion::samples
