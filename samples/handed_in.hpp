#pragma once

#include "samples/documents/document.hpp"
#include "samples/picture.hpp"
#include "samples/recipe.hpp"
#include "samples/seals/stamping.hpp"

#include <vector>

namespace vermilion::samples {

// The sheet before anything takes a picture of it: the original with its registrar's seal, copied
// or not, with the holder's seals on it.
struct HandedIn {
  Organisation holder;
  documents::Document document;
  Picture page;
  std::vector<seals::StampedSeal> seals;
};

[[nodiscard]] HandedIn hand_in(const Recipe& recipe, const Random& random);

}  // namespace vermilion::samples
