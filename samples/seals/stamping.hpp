#pragma once

#include "samples/documents/document.hpp"
#include "samples/recipe.hpp"
#include "samples/seals/impression.hpp"

#include <string>
#include <vector>

namespace vermilion::samples::seals {

// A seal as it ends up on the page.
struct StampedSeal {
  Impression impression;
  pipeline::SealRole role = pipeline::SealRole::Unknown;
  std::vector<std::string> defects;  // ids of those planted in it
};

// The registrar's seals, which belong to the original; on a born-digital document they are drawn,
// not stamped.
[[nodiscard]] std::vector<StampedSeal> original_seals(const documents::Document& document,
                                                      Random random);

// The holder's seals with the recipe's defects. Where the document has no place of its own for
// them, a round company seal goes into a blank.
[[nodiscard]] std::vector<StampedSeal> holder_seals(const documents::Document& document,
                                                    const Organisation& holder,
                                                    const Recipe& recipe, Random random);

// Plants in a stamping what the recipe wants to be wrong with it; the ids of what that was.
std::vector<std::string> plant(const Recipe& recipe, Stamping& stamping);

// Does the ink of the seal's face reach into the rectangle?
[[nodiscard]] bool covers(const Impression& impression, const Rect& rect);

}  // namespace vermilion::samples::seals
