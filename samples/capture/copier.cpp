#include "samples/capture/copier.hpp"

#include "samples/capture/dirt.hpp"
#include "samples/capture/light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::samples::capture {
namespace {

constexpr double kMmPerInch = 25.4;

// An S-shaped curve: what is darker than `black` turns to toner, lighter than `white` to paper.
cv::Mat1b exposure(double black, double white, double toner) {
  cv::Mat1b curve(1, 256);
  for (int level = 0; level < 256; ++level) {
    const double t = std::clamp((level - black) / (white - black), 0.0, 1.0);
    const double s = t * t * (3 - 2 * t);
    curve(0, level) = static_cast<std::uint8_t>(std::lround(toner + (255 - toner) * s));
  }
  return curve;
}

}  // namespace

void photocopy(Picture& page, double dpi, Random random) {
  Mask grey;
  cv::cvtColor(page, grey, cv::COLOR_RGB2GRAY);
  cv::GaussianBlur(grey, grey, {}, std::max(0.3, 0.045 * dpi / kMmPerInch));
  cv::LUT(grey, exposure(random.uniform(20, 60), random.uniform(205, 238), random.uniform(18, 50)),
          grey);
  cv::cvtColor(grey, page, cv::COLOR_GRAY2RGB);
  dust(page, dpi, random.integer(0, 6), random);
}

void colour_copy(Picture& page, double dpi, Random random) {
  blur(page, 0.04 * dpi / kMmPerInch);
  const double black = random.uniform(8, 24);  // toner shines a little
  const double white = random.uniform(252, 255);
  tone(page, {{black, black * random.uniform(0.8, 1.2), black * random.uniform(0.8, 1.2)},
              {255, white, white - random.uniform(0, 3)}});
}

}  // namespace vermilion::samples::capture
