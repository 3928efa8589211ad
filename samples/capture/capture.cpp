#include "samples/capture/capture.hpp"

#include "samples/capture/camera.hpp"
#include "samples/capture/dirt.hpp"
#include "samples/capture/light.hpp"
#include "samples/capture/scanner.hpp"
#include "samples/capture/screen.hpp"
#include "samples/capture/watermark.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vermilion::samples::capture {
namespace {

constexpr double kMmPerInch = 25.4;

// Paper that is not white, and toner where none should be: before anything looks at the sheet.
void spoil_paper(Picture& page, const Recipe& recipe, const Random& random) {
  if (const auto missing = strength(recipe, Defect::BackgroundGrey)) {
    const double white = 255 * (1 - *missing);
    tone(page, {{}, {white, white, white}});
  }
  if (const auto tint = strength(recipe, Defect::BackgroundColour)) {
    // How much of the tint each channel loses: yellowed, pink, green, bluish.
    static const std::array kTints{cv::Vec3d(0.15, 0.35, 1), cv::Vec3d(0, 1, 0.7),
                                   cv::Vec3d(1, 0.1, 0.8), cv::Vec3d(1, 0.5, 0.1)};
    Random which = random.child("tint");
    const cv::Vec3d& lost = which.choose(kTints);
    tone(page, {{}, cv::Vec3d(255, 255, 255) - 255 * *tint * lost});
  }
  if (const auto lost = strength(recipe, Defect::PaperYellow)) {
    tone(page, {{}, cv::Vec3d(255, 255, 255) - 255 * *lost * cv::Vec3d(0.15, 0.35, 1)});
  }
  if (const auto lost = strength(recipe, Defect::PaperPink)) {
    tone(page, {{}, cv::Vec3d(255, 255, 255) - 255 * *lost * cv::Vec3d(0, 1, 0.7)});
  }
  if (const auto specks = strength(recipe, Defect::Speckle)) {
    Random toner = random.child("speckle");
    scatter_toner(page, recipe.dpi, *specks, toner);
  }
}

double skew_of(const Recipe& recipe, const Random& random) {
  Random skew = random.child("skew");
  const auto asked_deg = strength(recipe, Defect::Skew);
  if (!asked_deg) return unnoticed_skew_deg(skew);
  return skew.chance(0.5) ? *asked_deg : -*asked_deg;
}

Shot taken(const Shot& page, const Recipe& recipe, bool born_digital, const Random& random) {
  const double skew_deg = skew_of(recipe, random);
  if (const auto keystone = strength(recipe, Defect::Photo)) {
    return photograph(page, *keystone, skew_deg, random.child("camera"));
  }
  if (const auto keystone = strength(recipe, Defect::Perspective)) {
    return tilt(page, *keystone, skew_deg, random.child("camera"));
  }
  if (const auto moire = strength(recipe, Defect::Screenshot)) {
    return photograph_screen(page, *moire, skew_deg, random.child("camera"));
  }
  if (born_digital && !has(recipe, Defect::Skew)) return page;
  return scan(page, recipe.dpi, skew_deg, random.child("scanner"));
}

Shot cropped(const Shot& shot, double length_mm, Random random) {
  const int length = static_cast<int>(length_mm * density_at(shot, {100, 100}) / kMmPerInch);
  cv::Rect part({}, shot.picture.size());
  switch (random.integer(0, 3)) {
    case 0:
      part.x += length;
      [[fallthrough]];
    case 1:
      part.width -= length;
      break;
    case 2:
      part.y += length;
      [[fallthrough]];
    default:
      part.height -= length;
  }
  return cut(shot, part);
}

Shot resized(const Shot& shot, cv::Size size, int interpolation) {
  Shot result{{}, {}, shot.perspective};
  cv::resize(shot.picture, result.picture, size, 0, 0, interpolation);
  const Transform to_size{static_cast<double>(size.width) / shot.picture.cols,
                          0,
                          0,
                          0,
                          static_cast<double>(size.height) / shot.picture.rows,
                          0,
                          0,
                          0,
                          1};
  result.place = to_size * shot.place;
  return result;
}

cv::Size times(cv::Size size, double factor) {
  return {std::max(1, static_cast<int>(std::lround(size.width * factor))),
          std::max(1, static_cast<int>(std::lround(size.height * factor)))};
}

Shot with_resolution(Shot shot, const Recipe& recipe) {
  const cv::Size full = shot.picture.size();
  if (const auto dpi = strength(recipe, Defect::Lowres); dpi && *dpi < recipe.dpi) {
    return resized(shot, times(full, *dpi / recipe.dpi), cv::INTER_AREA);
  }
  if (const auto factor = strength(recipe, Defect::Upscaled)) {
    const Shot small = resized(shot, times(full, 1 / *factor), cv::INTER_AREA);
    return resized(small, full, cv::INTER_CUBIC);
  }
  return shot;
}

// What happens to the light on its way, whatever took the picture.
void spoil_light(Shot& shot, const Recipe& recipe, const Random& random) {
  Random light = random.child("light");
  if (const auto share = strength(recipe, Defect::Shading)) shade(shot.picture, *share, light);
  if (const auto specks = strength(recipe, Defect::Dust)) {
    Random glass = random.child("dust");
    dust(shot.picture, recipe.dpi, static_cast<int>(*specks), glass);
  }
  if (const auto sigma_mm = strength(recipe, Defect::Blur)) {
    blur(shot.picture, *sigma_mm * density_at(shot, {100, 100}) / kMmPerInch);
  }
  if (const auto deviation = strength(recipe, Defect::Noise)) {
    Random sensor = random.child("noise");
    grain(shot.picture, *deviation, sensor);
  }
}

}  // namespace

Shot capture(Shot page, const Recipe& recipe, bool born_digital, const Random& random) {
  spoil_paper(page.picture, recipe, random);
  Shot shot = taken(page, recipe, born_digital, random);
  spoil_light(shot, recipe, random);
  if (const auto length_mm = strength(recipe, Defect::Cropped)) {
    shot = cropped(shot, *length_mm, random.child("crop"));
  }
  shot = with_resolution(std::move(shot), recipe);
  if (const auto opacity = strength(recipe, Defect::Watermark)) {
    watermark(shot.picture, density_at(shot, {100, 100}), *opacity, random.child("watermark"));
  }
  if (recipe.frame == Frame::Screenshot) return on_screen(shot, random.child("frame"));
  return shot;
}

int turn_deg(const Recipe& recipe) {
  for (const Defect turn : {Defect::Turn90, Defect::Turn180, Defect::Turn270}) {
    if (const auto degrees = strength(recipe, turn)) return static_cast<int>(*degrees);
  }
  return 0;
}

Picture stored(const Picture& upright, int turn_deg) {
  if (turn_deg == 0) return upright;
  Picture turned;
  // Against the turn that will make it upright again.
  cv::rotate(upright, turned,
             turn_deg == 90    ? cv::ROTATE_90_COUNTERCLOCKWISE
             : turn_deg == 180 ? cv::ROTATE_180
                               : cv::ROTATE_90_CLOCKWISE);
  return turned;
}

}  // namespace vermilion::samples::capture
