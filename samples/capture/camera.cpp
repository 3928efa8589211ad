#include "samples/capture/camera.hpp"

#include "samples/capture/light.hpp"
#include "samples/capture/moire.hpp"
#include "samples/texture.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vermilion::samples::capture {
namespace {

// How the sheet's pixels come to lie in the frame.
struct View {
  Transform to_frame;
  cv::Size frame;
};

// `fill` is the share of the frame's width and height the sheet takes up.
View view_of(const Shot& sheet, double keystone, double skew_deg, double fill, Random& random) {
  const cv::Size size = sheet.picture.size();
  const double direction = random.uniform(0, 2 * std::numbers::pi);
  Transform lean = Transform::eye();
  lean(2, 0) = keystone * std::cos(direction) / size.width;
  lean(2, 1) = keystone * std::sin(direction) / size.height;
  const cv::Size frame(static_cast<int>(size.width / fill), static_cast<int>(size.height / fill));
  const Transform to_frame = shifted_by(frame.width / 2.0, frame.height / 2.0) *
                             turned_by(skew_deg, {}) * lean *
                             shifted_by(-size.width / 2.0, -size.height / 2.0);
  return {to_frame, frame};
}

// Wood or cloth: stretched relief over a plain colour.
Picture desk(cv::Size size, Random& random) {
  static constexpr std::array<std::array<int, 3>, 6> kColours{
      {{96, 60, 38}, {150, 112, 74}, {58, 60, 66}, {112, 116, 120}, {44, 34, 30}, {176, 168, 152}}};
  const auto colour = random.choose(kColours);
  const Mask grain = relief({size.width / 12 + 2, size.height}, 5, random);
  Mask stretched;
  cv::resize(grain, stretched, size, 0, 0, cv::INTER_LINEAR);
  Picture picture(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const int bright = 208 + stretched(y, x) / 5;
      for (int c = 0; c < 3; ++c) {
        picture(y, x)[c] =
            static_cast<std::uint8_t>(colour[static_cast<std::size_t>(c)] * bright / 255);
      }
    }
  }
  return picture;
}

// White balance of a camera that guessed the lamp wrong.
Tones cast(Random& random) {
  const double warm = random.uniform(-14, 14);
  const double white = random.uniform(205, 245);
  const double black = random.uniform(8, 34);
  return {{black, black, black}, {white + warm, white, white - warm}};
}

}  // namespace

Shot tilt(const Shot& sheet, double keystone, double skew_deg, Random random) {
  const View view = view_of(sheet, keystone, skew_deg, 1 / (1 + keystone / 2), random);
  Shot shot = warped(sheet, view.to_frame, view.frame, {246, 246, 244});
  shot.perspective = true;
  blur(shot.picture, 0.5);
  grain(shot.picture, random.uniform(0.8, 1.6), random);
  return shot;
}

Shot photograph(const Shot& sheet, double keystone, double skew_deg, Random random) {
  const View view = view_of(sheet, keystone, skew_deg, random.uniform(0.82, 0.94), random);
  Random wood = random.child("desk");
  Shot shot = laid_over(sheet, view.to_frame, desk(view.frame, wood));
  shot.perspective = true;
  shade(shot.picture, random.uniform(0.10, 0.35), random);
  vignette(shot.picture, random.uniform(0.05, 0.30));
  tone(shot.picture, cast(random));
  blur(shot.picture, random.uniform(0.4, 1.0));
  if (random.chance(0.3)) shake(shot.picture, random.uniform(2, 5), random);
  grain(shot.picture, random.uniform(1.5, 3.5), random);
  return shot;
}

Shot photograph_screen(const Shot& sheet, double moire, double skew_deg, Random random) {
  const View view =
      view_of(sheet, random.uniform(0, 0.03), skew_deg, random.uniform(0.92, 0.99), random);
  Shot shot = warped(sheet, view.to_frame, view.frame, {38, 42, 48});
  shot.perspective = true;
  blur(shot.picture, random.uniform(0.5, 0.9));
  beat(shot.picture, moire, random);
  tone(shot.picture, {{14, 16, 20}, {232, 240, 250}});  // a screen's white is bluish
  vignette(shot.picture, random.uniform(0.05, 0.2));
  grain(shot.picture, random.uniform(1.0, 2.5), random);
  return shot;
}

}  // namespace vermilion::samples::capture
