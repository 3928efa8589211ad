#include "pipeline/qr/locate.hpp"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "pipeline/limits.hpp"

namespace vermilion::pipeline::qr {
namespace {

constexpr int kSideMin = 12;  // in pixels of the level lines are looked for at: 7 mm on A4
constexpr float kSquareness = 0.7F;  // shorter to longer side; perspective and turns by 45 degrees
constexpr float kCovered = 0.5F;     // of the box, once gaps are closed

// A symbol of the smallest version has 21 modules across, so a row through it changes about ten
// times; print and seals change less in one of the two directions.
constexpr double kChangesMin = 6;
constexpr double kDarkMin = 0.25;
constexpr double kDarkMax = 0.75;

double changes_along_rows(const cv::Mat& dark) {
  int changes = 0;
  for (int y = 0; y < dark.rows; ++y) {
    const auto* row = dark.ptr<std::uint8_t>(y);
    for (int x = 1; x < dark.cols; ++x) changes += row[x] != row[x - 1];
  }
  return static_cast<double>(changes) / dark.rows;
}

bool has_the_texture(const cv::Mat& luma) {
  cv::Mat dark;
  cv::threshold(luma, dark, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  const double share = static_cast<double>(cv::countNonZero(dark)) / static_cast<double>(dark.total());
  if (share < kDarkMin || share > kDarkMax) return false;
  cv::Mat turned;
  cv::transpose(dark, turned);
  return changes_along_rows(dark) >= kChangesMin && changes_along_rows(turned) >= kChangesMin;
}

std::vector<cv::Rect> square_patches(const cv::Mat& print, int gap) {
  cv::Mat closed;
  cv::morphologyEx(print, closed, cv::MORPH_CLOSE, cv::Mat::ones(gap, gap, CV_8U));
  cv::Mat labels;
  cv::Mat stats;
  cv::Mat centroids;
  const int count = cv::connectedComponentsWithStats(closed, labels, stats, centroids, 8, CV_16U);
  std::vector<cv::Rect> patches;
  for (int label = 1; label < count; ++label) {
    const auto* row = stats.ptr<int>(label);
    const cv::Rect box(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                       row[cv::CC_STAT_HEIGHT]);
    const auto shorter = static_cast<float>(std::min(box.width, box.height));
    const auto longer = static_cast<float>(std::max(box.width, box.height));
    if (shorter < kSideMin || shorter < kSquareness * longer) continue;
    if (static_cast<float>(row[cv::CC_STAT_AREA]) < kCovered * static_cast<float>(box.area())) continue;
    patches.push_back(box);
  }
  return patches;
}

cv::Rect scaled(const cv::Rect& box, int factor) {
  return {box.x * factor, box.y * factor, box.width * factor, box.height * factor};
}

}  // namespace

std::vector<cv::Rect> locate(const page::Pyramid& pyramid, const page::TextLines& lines, int gap) {
  std::vector<cv::Rect> patches = square_patches(lines.print, gap);
  std::ranges::stable_sort(patches, std::greater{}, &cv::Rect::area);
  // The texture is judged one level finer, where a module of a symbol on A4 has a pixel and a half.
  const int finer = std::max(0, lines.level - 1);
  const int to_finer = 1 << (lines.level - finer);
  const cv::Mat& luma = pyramid.luma(finer);
  std::vector<cv::Rect> regions;
  for (const cv::Rect& patch : patches) {
    const cv::Rect part = scaled(patch, to_finer) & cv::Rect(0, 0, luma.cols, luma.rows);
    if (part.empty() || !has_the_texture(luma(part))) continue;
    regions.push_back(scaled(patch, 1 << lines.level));
    if (regions.size() == limits::kQrRegions) break;
  }
  return regions;
}

}  // namespace vermilion::pipeline::qr
