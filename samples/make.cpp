#include "samples/make.hpp"

#include "samples/account.hpp"
#include "samples/capture/capture.hpp"
#include "samples/capture/pair.hpp"
#include "samples/companion.hpp"
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
  const auto companion = companion_of(recipe, random);
  capture::Pair pair{capture::sheet(sheet.page, recipe.dpi), {}};
  if (companion) {
    pair = capture::in_one(pair.first, capture::sheet(companion->sheet.page, recipe.dpi),
                           random.child("pair"));
  }
  const capture::Shot shot =
      capture::capture(pair.first, recipe, sheet.document.born_digital, random.child("capture"));
  const Picture stored = capture::stored(shot.picture, capture::turn_deg(recipe));
  const auto file = encode::encode(stored, stated_dpi(recipe), recipe, random.child("encode"));
  Sample sample{file.bytes, extension(file.format), account_of(sheet, shot, file, recipe)};
  if (companion) {
    sample.truth.beside.push_back(
        account_of(companion->sheet, capture::of_second(pair, shot), file, companion->recipe));
    sample.truth.beside.front().turn_deg = sample.truth.turn_deg;
  }
  return sample;
}

}  // namespace vermilion::samples
