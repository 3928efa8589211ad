#include "samples/make.hpp"

#include "samples/account.hpp"
#include "samples/capture/capture.hpp"
#include "samples/encode/encode.hpp"
#include "samples/handed_in.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::samples {
namespace {

// What the file says of itself: the density it was scanned at, enlarged or not.
int stated_dpi(const Recipe& recipe) {
  const auto scanned = strength(recipe, Defect::Lowres);
  return scanned ? std::min(recipe.dpi, static_cast<int>(std::lround(*scanned))) : recipe.dpi;
}

std::string extension(pipeline::ImageFormat format) {
  return format == pipeline::ImageFormat::Jpeg ? "jpg" : std::string(name(format));
}

}  // namespace

Sample make(const Recipe& recipe) {
  const Random random(recipe.seed);
  const HandedIn sheet = hand_in(recipe, random);
  const capture::Shot shot = capture::capture(capture::sheet(sheet.page, recipe.dpi), recipe,
                                              sheet.document.born_digital, random.child("capture"));
  const Picture stored = capture::stored(shot.picture, capture::turn_deg(recipe));
  const auto file = encode::encode(stored, stated_dpi(recipe), recipe, random.child("encode"));
  return {file.bytes, extension(file.format), account_of(sheet, shot, file, recipe)};
}

}  // namespace vermilion::samples
