#include "pipeline/qr/locate.hpp"

#include "pipeline/limits.hpp"
#include "pipeline/page/components.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vermilion::pipeline::qr {
namespace {

// Patches are looked for where two by two pixels of the print found for lines are one: half the
// side, a quarter of the cost, 12 pixels to the centimetre of A4.
constexpr int kCoarser = 2;
constexpr int kSideMin = 6;          // in pixels there: 6 mm on A4
constexpr float kSquareness = 0.7F;  // shorter to longer side; perspective and turns by 45 degrees
constexpr float kCovered = 0.5F;     // of the box, once gaps are closed

// A symbol of the smallest version has 21 modules across, so a row through it changes about ten
// times; print and seals change less in one of the two directions.
constexpr double kChangesMin = 6;
// A symbol has finder patterns in three corners whose cores are three modules high: with 57 modules
// six rows in 57 cross one from side to side, and as many columns.
constexpr double kFinderRowsShare = 0.08;
constexpr int kFinderRowsMin = 3;

// Symbols are printed black; a square seal has their texture but not their colour. Cr over paper.
constexpr double kRedMax = 8;
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

// Are these five runs, dark first, the 1 : 1 : 3 : 1 : 1 of a finder pattern? Half a module and a
// pixel are allowed for blur and for the grid of the pixels.
bool is_finder(const std::array<int, 5>& runs) {
  const int total = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
  if (total < 7) return false;
  const float module = static_cast<float>(total) / 7;
  const float slack = 0.5F * module + 0.6F;
  const auto near = [&](int run, float modules) {
    return std::abs(static_cast<float>(run) - modules * module) <= slack;
  };
  return near(runs[0], 1) && near(runs[1], 1) && near(runs[2], 3) && near(runs[3], 1) &&
         near(runs[4], 1);
}

// Rows that cross a finder pattern.
int rows_with_finder(const cv::Mat& dark) {
  int count = 0;
  for (int y = 0; y < dark.rows; ++y) {
    const auto* row = dark.ptr<std::uint8_t>(y);
    std::array<int, 5> runs{};
    bool found = false;
    for (int x = 0, run = 0; x < dark.cols && !found; ++x) {
      ++run;
      if (x + 1 < dark.cols && row[x + 1] == row[x]) continue;
      std::rotate(runs.begin(), runs.begin() + 1, runs.end());
      runs[4] = std::exchange(run, 0);
      found = row[x] != 0 && is_finder(runs);
    }
    count += found;
  }
  return count;
}

bool has_the_texture(const cv::Mat& luma) {
  cv::Mat dark;
  cv::threshold(luma, dark, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  const double share =
      static_cast<double>(cv::countNonZero(dark)) / static_cast<double>(dark.total());
  if (share < kDarkMin || share > kDarkMax || changes_along_rows(dark) < kChangesMin) return false;
  cv::Mat columns;
  cv::transpose(dark, columns);
  if (changes_along_rows(columns) < kChangesMin) return false;
  const auto enough = [](const cv::Mat& lines) {
    return rows_with_finder(lines) >=
           std::max(kFinderRowsMin, static_cast<int>(kFinderRowsShare * lines.rows));
  };
  return enough(dark) && enough(columns);
}

bool is_red(const page::Pyramid& pyramid, const page::Light& light, const cv::Rect& patch,
            int level) {
  if (!pyramid.coloured() || level == 0) return false;
  const cv::Mat& cr = pyramid.cr(level);
  const cv::Rect part = patch & cv::Rect(0, 0, cr.cols, cr.rows);
  return !part.empty() && cv::mean(cr(part))[0] > light.tint_cr + kRedMax;
}

// Print where any of the pixels shows it.
cv::Mat coarse(const cv::Mat& print) {
  cv::Mat halved;
  cv::resize(print, halved, {}, 1.0 / kCoarser, 1.0 / kCoarser, cv::INTER_AREA);
  return halved > 0;
}

std::vector<cv::Rect> square_patches(const cv::Mat& print, int gap) {
  cv::Mat closed;
  cv::morphologyEx(print, closed, cv::MORPH_CLOSE, cv::Mat::ones(gap, gap, CV_8U));
  std::vector<cv::Rect> patches;
  for (const auto& [box, area] : page::components_of(closed).list) {
    const auto shorter = static_cast<float>(std::min(box.width, box.height));
    const auto longer = static_cast<float>(std::max(box.width, box.height));
    if (shorter < kSideMin || shorter < kSquareness * longer) continue;
    if (static_cast<float>(area) < kCovered * static_cast<float>(box.area())) continue;
    patches.push_back(box);
  }
  return patches;
}

cv::Rect scaled(const cv::Rect& box, int factor) {
  return {box.x * factor, box.y * factor, box.width * factor, box.height * factor};
}

}  // namespace

std::vector<cv::Rect> locate(const page::Pyramid& pyramid, const page::Light& light,
                             const page::TextLines& lines, int gap) {
  std::vector<cv::Rect> patches = square_patches(coarse(lines.print), gap);
  std::ranges::stable_sort(patches, std::greater{}, &cv::Rect::area);
  // The texture is judged one level finer, where a module of a symbol on A4 has a pixel and a half.
  const int finer = std::max(0, lines.level - 1);
  const int to_finer = 1 << (lines.level - finer);
  const cv::Mat& luma = pyramid.luma(finer);
  std::vector<cv::Rect> regions;
  for (const cv::Rect& patch : patches) {
    const cv::Rect part = scaled(patch, kCoarser * to_finer) & cv::Rect(0, 0, luma.cols, luma.rows);
    if (part.empty() || is_red(pyramid, light, scaled(patch, kCoarser), lines.level) ||
        !has_the_texture(luma(part)))
      continue;
    regions.push_back(scaled(patch, kCoarser << lines.level));
    if (regions.size() == limits::kQrRegions) break;
  }
  return regions;
}

}  // namespace vermilion::pipeline::qr
