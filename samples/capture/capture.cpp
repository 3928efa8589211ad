#include "samples/capture/capture.hpp"

#include "samples/capture/light.hpp"
#include "samples/capture/scanner.hpp"

#include <utility>

namespace vermilion::samples::capture {
namespace {

Shot taken(const Shot& page, const Recipe& recipe, bool born_digital, const Random& random) {
  if (born_digital) return page;
  Random skew = random.child("skew");
  return scan(page, recipe.dpi, unnoticed_skew_deg(skew), random.child("scanner"));
}

}  // namespace

Shot capture(Shot page, const Recipe& recipe, bool born_digital, Random random) {
  return taken(page, recipe, born_digital, random);
}

}  // namespace vermilion::samples::capture
