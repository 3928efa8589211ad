#include "pipeline/page/sharpness.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdint>

namespace vermilion::pipeline::page {
namespace {

constexpr int kPatch = 72;  // pixels of the page; three characters of 12 pt at 200 dpi
constexpr std::size_t kRegions = 10;
constexpr std::size_t kEdgesMin = 12;  // fewer say nothing about a patch

// Neighbouring rows cross the same edges.
constexpr int kStep = 3;

// An edge is strong when it spans this share of the page's contrast.
constexpr double kStrong = 0.45;
constexpr int kStrongMin = 24;

float quantile(std::vector<float> values, double share) {
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

// One monotonic rise or fall from `from` to `to` (indices of a row of samples).
float spread_of(const std::uint8_t* samples, int from, int to) {
  const float first = samples[from];
  const float span = static_cast<float>(samples[to]) - first;
  const auto crossing = [&](float share) {
    const float level = first + share * span;
    int i = from;
    while (i < to && (samples[i + 1] - level) * span < 0) ++i;
    const float step = static_cast<float>(samples[i + 1]) - samples[i];
    return static_cast<float>(i) + (step == 0 ? 0 : (level - samples[i]) / step);
  };
  return crossing(0.9F) - crossing(0.1F);
}

void append_spreads(std::vector<float>& spreads, const std::uint8_t* row, int count,
                    int amplitude_min) {
  int begin = 0;
  int direction = 0;
  for (int x = 1; x <= count; ++x) {
    const int step = x < count ? row[x] - row[x - 1] : 0;
    const int sign = (step > 0) - (step < 0);
    if (sign != 0 && sign == direction) continue;
    if (direction != 0 && std::abs(row[x - 1] - row[begin]) >= amplitude_min) {
      spreads.push_back(spread_of(row, begin, x - 1));
    }
    direction = sign;
    begin = x - 1;
  }
}

// Patches centred on stretches of print, spread over the lines from top to bottom.
std::vector<cv::Rect> patches_of(const cv::Mat& luma, const TextLines& lines) {
  std::vector<cv::Rect> patches;
  const cv::Rect page(0, 0, luma.cols, luma.rows);
  const std::size_t step = lines.lines.size() / kRegions + 1;
  for (std::size_t i = 0; i < lines.lines.size(); i += step) {
    const TextLine& line = lines.lines[i];
    // Not always the middle: the ends of lines lie nearer to the edges of the page.
    const float along = (static_cast<float>(i / step % 3) - 1) * line.length / 3;
    const cv::Point centre(static_cast<int>(line.centre.x + along),
                           static_cast<int>(line.centre.y + along * line.slope_rad));
    const cv::Rect patch =
        cv::Rect(centre.x - kPatch / 2, centre.y - kPatch / 2, kPatch, kPatch) & page;
    if (patch.width >= kPatch / 2 && patch.height >= kPatch / 2) patches.push_back(patch);
  }
  return patches;
}

}  // namespace

std::vector<float> edge_spreads(const cv::Mat& luma, int amplitude_min) {
  std::vector<float> spreads;
  for (int y = 0; y < luma.rows; y += kStep) {
    append_spreads(spreads, luma.ptr<std::uint8_t>(y), luma.cols, amplitude_min);
  }
  cv::Mat columns;
  cv::transpose(luma, columns);
  for (int x = 0; x < columns.rows; x += kStep) {
    append_spreads(spreads, columns.ptr<std::uint8_t>(x), columns.cols, amplitude_min);
  }
  return spreads;
}

Sharpness sharpness_of(const Pyramid& pyramid, const Light& light, const TextLines& lines) {
  const cv::Mat& luma = pyramid.luma(0);
  const int amplitude = std::max(kStrongMin, static_cast<int>(kStrong * light.contrast()));
  Sharpness sharpness;
  for (const cv::Rect& patch : patches_of(luma, lines)) {
    const std::vector<float> spreads = edge_spreads(luma(patch), amplitude);
    if (spreads.size() < kEdgesMin) continue;
    sharpness.regions.push_back({patch, quantile(spreads, 0.5), quantile(spreads, 0.1)});
  }
  if (sharpness.regions.empty()) return sharpness;
  std::vector<float> medians;
  std::vector<float> finest;
  for (const Region& region : sharpness.regions) {
    medians.push_back(region.spread_px);
    finest.push_back(region.finest_px);
  }
  sharpness.spread_px = quantile(medians, 0.5);
  sharpness.worst_px = quantile(medians, 0.9);
  sharpness.finest_px = quantile(finest, 0.5);
  return sharpness;
}

}  // namespace vermilion::pipeline::page
