#include "samples/capture/dirt.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::samples::capture {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kShift = 4;  // OpenCV draws with sixteenths of a pixel
constexpr double kSub = 1 << kShift;

cv::Point anywhere(const Picture& picture, Random& random) {
  return {static_cast<int>(random.uniform() * picture.cols * kSub),
          static_cast<int>(random.uniform() * picture.rows * kSub)};
}

cv::Scalar grey(int level) {
  return cv::Scalar::all(level);
}

void speck(Picture& picture, double radius_px, int level, Random& random) {
  const int radius = std::max(3, static_cast<int>(radius_px * kSub));
  const cv::Size axes(radius, std::max(3, static_cast<int>(radius * random.uniform(0.5, 1.0))));
  cv::ellipse(picture, anywhere(picture, random), axes, random.uniform(0, 180), 0, 360, grey(level),
              cv::FILLED, cv::LINE_AA, kShift);
}

void hair(Picture& picture, double length_px, Random& random) {
  cv::Point at = anywhere(picture, random);
  double direction = random.uniform(0, 6.28);
  const int level = random.integer(60, 170);
  for (int i = 0; i < 12; ++i) {
    direction += random.normal() * 0.25;
    const cv::Point next =
        at + cv::Point(static_cast<int>(std::cos(direction) * length_px / 12 * kSub),
                       static_cast<int>(std::sin(direction) * length_px / 12 * kSub));
    cv::line(picture, at, next, grey(level), 1, cv::LINE_AA, kShift);
    at = next;
  }
}

// A speck on the lamp's window darkens or lightens a whole column by a little.
void streak(Picture& picture, Random& random) {
  const int x = random.integer(0, picture.cols - 1);
  const int width = std::min(random.integer(1, 3), picture.cols - x);
  const double change = random.uniform(-45, 20);
  cv::Mat column = picture(cv::Rect(x, 0, width, picture.rows));
  column.convertTo(column, -1, 1, change);
}

}  // namespace

void dust(Picture& picture, double dpi, int specks, Random& random) {
  const double px_per_mm = dpi / kMmPerInch;
  for (int i = 0; i < specks; ++i) {
    speck(picture, random.uniform(0.05, 0.35) * px_per_mm, random.integer(30, 150), random);
  }
  for (int i = 0; i < specks / 12; ++i) hair(picture, random.uniform(3, 12) * px_per_mm, random);
  for (int i = 0; i < specks / 15; ++i) streak(picture, random);
}

void scatter_toner(Picture& picture, double dpi, double specks_per_cm2, Random& random) {
  const double px_per_mm = dpi / kMmPerInch;
  const double area_cm2 = picture.cols / px_per_mm * picture.rows / px_per_mm / 100;
  const auto count = static_cast<int>(specks_per_cm2 * area_cm2);
  for (int i = 0; i < count; ++i) {
    speck(picture, random.uniform(0.03, 0.14) * px_per_mm, random.integer(10, 110), random);
  }
}

}  // namespace vermilion::samples::capture
