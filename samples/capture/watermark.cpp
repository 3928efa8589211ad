#include "samples/capture/watermark.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace vermilion::samples::capture {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr std::array<std::string_view, 4> kPurposes{
    "仅供办理数字证书使用", "仅用于CA证书业务，他用无效", "此件仅限投标报名使用", "再次复印无效"};

void line_at(Canvas& mask, Point at, double turn, std::string_view text, double size_mm) {
  cairo_save(mask.context());
  cairo_translate(mask.context(), at.x, at.y);
  cairo_rotate(mask.context(), turn);
  mask.text({}, text, {.typeface = Typeface::Sans, .size_mm = size_mm, .bold = true}, kBlack,
            Align::Centre);
  cairo_restore(mask.context());
}

Mask letters(cv::Size size, double dpi, Random& random) {
  const Size extent{size.width * kMmPerInch / dpi, size.height * kMmPerInch / dpi};
  Canvas mask = Canvas::mask(extent, dpi);
  const auto text = random.choose(kPurposes);
  const double turn = -random.uniform(0.3, 0.9);
  if (random.chance(0.5)) {
    line_at(mask, {extent.width / 2, extent.height / 2}, turn, text, extent.width / 16);
    return mask_of(mask);
  }
  const double step = random.uniform(50, 75);
  for (double y = step / 3; y < extent.height; y += step) {
    for (double x = step / 2; x < extent.width; x += step * 1.5) {
      line_at(mask, {x, y}, turn, text, 5);
    }
  }
  return mask_of(mask);
}

cv::Vec3i any_colour(Random& random) {
  return random.chance(0.6) ? cv::Vec3i(120, 120, 120) : cv::Vec3i(214, 40, 36);
}

void lay(Picture& picture, const Mask& coverage, const cv::Vec3i& colour, double opacity) {
  const auto share = static_cast<int>(opacity * 256);
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      if (coverage(y, x) == 0) continue;
      const int covered = coverage(y, x) * share / 255;
      for (int c = 0; c < 3; ++c) {
        const int value = picture(y, x)[c];
        picture(y, x)[c] = static_cast<std::uint8_t>(value + (colour[c] - value) * covered / 256);
      }
    }
  }
}

}  // namespace

void watermark(Picture& picture, double dpi, double opacity, Random random) {
  const cv::Vec3i colour = any_colour(random);
  lay(picture, letters(picture.size(), dpi, random), colour, opacity);
}

void watermark_across(Picture& picture, double dpi, Point place, double opacity, Random random) {
  const cv::Vec3i colour = any_colour(random);
  const Size extent{picture.cols * kMmPerInch / dpi, picture.rows * kMmPerInch / dpi};
  Canvas mask = Canvas::mask(extent, dpi);
  line_at(mask, place, -random.uniform(0.0, 0.9), random.choose(kPurposes),
          random.uniform(5.0, 12.0));
  lay(picture, mask_of(mask), colour, opacity);
}

}  // namespace vermilion::samples::capture
