#include "pipeline/page/capture.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace vermilion::pipeline::page {
namespace {

constexpr int kTiles = 6;              // along each side
constexpr double kTileIsPaper = 0.55;  // brighter than this share of the paper: a tile of the sheet

// Paper of one tile: brighter than print and than most ornament.
double paper_of(const cv::Mat& tile) {
  std::array<int, 256> histogram{};
  for (int y = 0; y < tile.rows; ++y) {
    const auto* row = tile.ptr<std::uint8_t>(y);
    for (int x = 0; x < tile.cols; ++x) ++histogram[row[x]];
  }
  int left = static_cast<int>(tile.total() / 4);
  for (int value = 255; value > 0; --value) {
    left -= histogram[static_cast<std::size_t>(value)];
    if (left <= 0) return value;
  }
  return 0;
}

double shading_of(const cv::Mat& luma, const Light& light) {
  std::vector<double> papers;
  for (int i = 0; i < kTiles; ++i) {
    for (int k = 0; k < kTiles; ++k) {
      const cv::Rect tile(k * luma.cols / kTiles, i * luma.rows / kTiles, luma.cols / kTiles,
                          luma.rows / kTiles);
      const double paper = paper_of(luma(tile));
      if (paper > kTileIsPaper * light.paper) papers.push_back(paper);
    }
  }
  if (papers.size() < kTiles) return 0;
  std::ranges::sort(papers);
  const double dark = papers[papers.size() / 10];
  const double bright = papers[papers.size() - 1 - papers.size() / 10];
  return 1 - dark / bright;
}

double surroundings_of(const cv::Mat& luma, const Light& light) {
  const double bound = 0.7 * light.paper;
  int darker = 0;
  int all = 0;
  const auto look = [&](int y, int x) {
    darker += luma.at<std::uint8_t>(y, x) < bound;
    ++all;
  };
  for (int x = 0; x < luma.cols; ++x) {
    look(1, x);
    look(luma.rows - 2, x);
  }
  for (int y = 0; y < luma.rows; ++y) {
    look(y, 1);
    look(y, luma.cols - 2);
  }
  return static_cast<double>(darker) / all;
}

// Difference of the slopes of the upper and of the lower half of the lines.
double convergence_of(const TextLines& lines) {
  constexpr float kLong = 8;
  std::vector<double> slopes;
  for (const TextLine& line : lines.lines) {
    if (line.length >= kLong * line.height) slopes.push_back(static_cast<double>(line.slope_rad));
  }
  if (slopes.size() < 8) return 0;
  const auto median = [&](std::size_t from, std::size_t to) {
    std::vector<double> part(slopes.begin() + static_cast<std::ptrdiff_t>(from),
                             slopes.begin() + static_cast<std::ptrdiff_t>(to));
    std::ranges::nth_element(part, part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2));
    return part[part.size() / 2];
  };
  const std::size_t third = slopes.size() / 3;
  return std::abs(median(0, third) - median(slopes.size() - third, slopes.size())) * 180 /
         std::numbers::pi;
}

}  // namespace

Capture capture_of(const Pyramid& pyramid, const Light& light, const TextLines& lines) {
  const cv::Mat& luma = pyramid.luma(pyramid.level_with_side(256));
  Capture capture{.shading = shading_of(luma, light),
                  .surroundings = surroundings_of(luma, light),
                  .convergence_deg = convergence_of(lines)};
  // Each cue reaches 1 where it would convince by itself; see models/README.md for how they fall on
  // scans and photos.
  const double evidence = capture.shading / 0.16 + capture.surroundings / 0.6 +
                          capture.convergence_deg / 2.0 + (235 - light.paper) / 80;
  capture.photo = std::clamp(evidence / 2, 0.0, 1.0);
  return capture;
}

}  // namespace vermilion::pipeline::page
