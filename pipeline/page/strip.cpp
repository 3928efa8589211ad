#include "pipeline/page/strip.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vermilion::pipeline::page {
namespace {

constexpr float kHeightShare = 1.9F;  // of the strip to its characters: a skewed line still fits
constexpr int kLengthMax = 2000;      // in pixels of the strip; a line of 18 characters has 400

// Wider than any stroke and narrower than a character: closing with it leaves the background.
constexpr int kBackgroundWindow = 15;

// Less contrast than this is no print.
constexpr int kContrastMin = 16;

cv::Matx23f strip_to_page(const TextLine& line, cv::Size strip, float enlargement) {
  const float c = std::cos(line.slope_rad) / enlargement;
  const float s = std::sin(line.slope_rad) / enlargement;
  const float u = static_cast<float>(strip.width) / 2;
  const float v = static_cast<float>(strip.height) / 2;
  return {c, -s, line.centre.x - c * u + s * v, s, c, line.centre.y - s * u - c * v};
}

int percentile(const cv::Mat& image, double share) {
  std::array<int, 256> histogram{};
  for (int y = 0; y < image.rows; ++y) {
    const auto* row = image.ptr<std::uint8_t>(y);
    for (int x = 0; x < image.cols; ++x) ++histogram[row[x]];
  }
  int left = static_cast<int>(share * static_cast<double>(image.total()));
  for (int value = 255; value > 0; --value) {
    left -= histogram[static_cast<std::size_t>(value)];
    if (left <= 0) return value;
  }
  return 0;
}

cv::Mat levelled(const cv::Mat& luma) {
  cv::Mat background;
  cv::morphologyEx(luma, background, cv::MORPH_CLOSE,
                   cv::Mat::ones(kBackgroundWindow, kBackgroundWindow, CV_8U));
  cv::blur(background, background, cv::Size(kBackgroundWindow, kBackgroundWindow));
  cv::Mat darker;
  cv::subtract(background, luma, darker);
  // A twentieth of a line is full ink, however thin the face.
  const int contrast = std::max(kContrastMin, percentile(darker, 0.05));
  darker.convertTo(darker, CV_8U, 255.0 / contrast);
  return darker;
}

}  // namespace

cv::Point2f Strip::page_point(float x, float y) const {
  return {to_page(0, 0) * x + to_page(0, 1) * y + to_page(0, 2),
          to_page(1, 0) * x + to_page(1, 1) * y + to_page(1, 2)};
}

Strip strip_of(const Pyramid& pyramid, const TextLine& line) {
  Strip strip{.enlargement = kStripCharacterHeight / line.height};
  const cv::Size size(
      std::min(kLengthMax, static_cast<int>(line.length * strip.enlargement) + 2 * kStripMargin),
      static_cast<int>(kHeightShare * kStripCharacterHeight));
  strip.to_page = strip_to_page(line, size, strip.enlargement);
  // Where the characters are nearest above the height of the strip's.
  const int level = pyramid.level_where(line.height, 2 * kStripCharacterHeight);
  const cv::Matx23f to_level = strip.to_page * (1.0F / static_cast<float>(1 << level));
  cv::Mat luma;
  const int how =
      (strip.enlargement > 1 ? cv::INTER_CUBIC : cv::INTER_LINEAR) | cv::WARP_INVERSE_MAP;
  cv::warpAffine(pyramid.luma(level), luma, to_level, size, how, cv::BORDER_REPLICATE);
  strip.darkness = levelled(luma);
  return strip;
}

}  // namespace vermilion::pipeline::page
