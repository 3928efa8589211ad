#include "pipeline/page/light.hpp"

#include <array>
#include <cstdint>

namespace vermilion::pipeline::page {
namespace {

using Histogram = std::array<std::int64_t, 256>;

// A page is covered with print to a tenth and lies on a desk that may fill half of a photo; the
// ninth decile is paper on every scan and photo looked at.
constexpr double kPaperQuantile = 0.90;
constexpr double kInkQuantile = 0.02;

// Share of the paper's brightness above which a pixel counts as paper when its tint is taken.
constexpr double kPaperShare = 0.75;

int quantile(const Histogram& histogram, double share) {
  std::int64_t total = 0;
  for (const auto count : histogram) total += count;
  std::int64_t below = 0;
  for (int value = 0; value < 256; ++value) {
    below += histogram[static_cast<std::size_t>(value)];
    if (static_cast<double>(below) >= share * static_cast<double>(total)) return value;
  }
  return 255;
}

// Thirty thousand pixels tell a quantile as well as sixty thousand.
constexpr int kRowStep = 2;

Histogram histogram_of(const cv::Mat& image) {
  Histogram histogram{};
  for (int y = 0; y < image.rows; y += kRowStep) {
    const auto* row = image.ptr<std::uint8_t>(y);
    for (int x = 0; x < image.cols; ++x) ++histogram[row[x]];
  }
  return histogram;
}

Histogram histogram_where_bright(const cv::Mat& image, const cv::Mat& luma, double bright) {
  Histogram histogram{};
  for (int y = 0; y < image.rows; y += kRowStep) {
    const auto* row = image.ptr<std::uint8_t>(y);
    const auto* brightness = luma.ptr<std::uint8_t>(y);
    for (int x = 0; x < image.cols; ++x) {
      if (brightness[x] > bright) ++histogram[row[x]];
    }
  }
  return histogram;
}

}  // namespace

Light light_of(const Pyramid& pyramid) {
  const int level = pyramid.level_with_side(256);
  const cv::Mat& luma = pyramid.luma(level);
  const Histogram brightness = histogram_of(luma);
  Light light{.paper = static_cast<double>(quantile(brightness, kPaperQuantile)),
              .ink = static_cast<double>(quantile(brightness, kInkQuantile))};
  if (!pyramid.coloured() || level == 0) return light;
  const double bright = kPaperShare * light.paper;
  light.tint_cb = quantile(histogram_where_bright(pyramid.cb(level), luma, bright), 0.5);
  light.tint_cr = quantile(histogram_where_bright(pyramid.cr(level), luma, bright), 0.5);
  return light;
}

}  // namespace vermilion::pipeline::page
