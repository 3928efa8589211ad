#include "pipeline/page/area.hpp"

#include "pipeline/page/sheet.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace vermilion::pipeline::page {
namespace {

constexpr int kSearchSide = 512;
constexpr int kSideMin = 240;  // of the picture

// A picture with the proportions of A4 is the sheet, whatever surrounds the print on it.
constexpr double kA4Slack = 0.03;

// A colour of the frame takes up this much of a side of the picture and differs from the paper by
// more than compression adds to either.
constexpr double kShareOfSide = 0.06;
constexpr int kFlat = 2;

// What a program painted stands alone; the dark behind a photographed page has levels nearby.
constexpr int kNear = 12;
constexpr double kSharp = 0.7;

constexpr int kFromPaper = 4;

// Print of black covers a fifth of a row at most, buttons a fifth of a bar.
constexpr double kFrameAcross = 0.80;  // of a row through the whole picture
constexpr double kFrameAlong = 0.60;   // of a row as long as the page is wide
constexpr double kGap = 0.01;          // of a side: closed up within a page

// What the area must be like.
constexpr double kAreaMin = 0.15;       // of the picture
constexpr double kStripMin = 0.03;      // of a side, where something was taken away
constexpr double kFrameOutside = 0.85;  // flat: a desk is not
constexpr double kBar = 0.15;           // of the screen's longer side, status and title together

// White margins may be the sheet's own. Only screens of phones are so much longer than wide, and no
// sheet is.
constexpr int kLight = 200;
constexpr double kScreen = 1.6;

using Histogram = std::array<int, 256>;

Histogram histogram_of(const cv::Mat& part) {
  Histogram histogram{};
  for (int y = 0; y < part.rows; ++y) {
    const auto* row = part.ptr<std::uint8_t>(y);
    for (int x = 0; x < part.cols; ++x) ++histogram[row[x]];
  }
  return histogram;
}

// Pixels about as bright as a level.
int around(const Histogram& histogram, int level, int reach = kFlat) {
  int count = 0;
  for (int v = std::max(0, level - reach); v <= std::min(255, level + reach); ++v)
    count += histogram[static_cast<std::size_t>(v)];
  return count;
}

int commonest(const Histogram& histogram) {
  int best = 0;
  for (int level = 1; level < 256; ++level) {
    if (around(histogram, level) > around(histogram, best)) best = level;
  }
  return best;
}

// Which levels the frame consists of.
using Levels = std::array<bool, 256>;

// The flat colours along the sides of the picture.
Levels levels_of_sides(const cv::Mat& picture) {
  Levels levels{};
  for (const cv::Mat& side : {picture.row(1), picture.row(picture.rows - 2), picture.col(1),
                              picture.col(picture.cols - 2)}) {
    const Histogram histogram = histogram_of(side);
    for (int level = 0; level < 256; ++level) {
      const bool there = histogram[static_cast<std::size_t>(level)] > 0;
      const bool enough =
          around(histogram, level) >= kShareOfSide * static_cast<double>(side.total());
      const bool sharp = around(histogram, level) >= kSharp * around(histogram, level, kNear);
      if (there && enough && sharp) levels[static_cast<std::size_t>(level)] = true;
    }
  }
  return levels;
}

// In the middle of the picture there is page, whatever is around it.
int paper_of(const cv::Mat& picture) {
  const cv::Rect middle(picture.cols / 4, picture.rows * 3 / 8, picture.cols / 2, picture.rows / 4);
  return commonest(histogram_of(picture(middle)));
}

// Those that cannot be the paper's.
Levels without(Levels levels, int paper) {
  for (int level = std::max(0, paper - kFromPaper); level <= std::min(255, paper + kFromPaper);
       ++level)
    levels[static_cast<std::size_t>(level)] = false;
  return levels;
}

bool dark(const Levels& levels) {
  return std::find(levels.begin(), levels.begin() + kLight, true) != levels.begin() + kLight;
}

// 1 where a pixel is of these levels.
cv::Mat1b mask_of(const cv::Mat& picture, const Levels& levels) {
  cv::Mat1b table(1, 256);
  for (int v = 0; v < 256; ++v) table(0, v) = levels[static_cast<std::size_t>(v)] ? 1 : 0;
  cv::Mat1b mask;
  cv::LUT(picture, table, mask);
  return mask;
}

struct Stretch {
  int begin = 0;
  int end = 0;

  int length() const { return end - begin; }
};

// The longest stretch of rows that are not of the frame.
Stretch longest(const cv::Mat1b& mask, double frame_share) {
  const int gap = static_cast<int>(kGap * mask.rows) + 1;
  Stretch best;
  Stretch now;
  for (int y = 0; y < mask.rows; ++y) {
    if (cv::countNonZero(mask.row(y)) >= frame_share * mask.cols) continue;
    if (y - now.end > gap) now = {y, y};
    now.end = y + 1;
    if (now.length() > best.length()) best = now;
  }
  return best;
}

cv::Rect page_in(const cv::Mat1b& mask) {
  const Stretch rough = longest(mask, kFrameAcross);
  if (rough.length() == 0) return {};
  const Stretch columns = longest(mask.rowRange(rough.begin, rough.end).t(), kFrameAlong);
  if (columns.length() == 0) return {};
  const Stretch rows = longest(mask.colRange(columns.begin, columns.end), kFrameAlong);
  return {columns.begin, rows.begin, columns.length(), rows.length()};
}

// Bars at either end of the screen may be as white as the paper.
cv::Mat1b with_bars(const cv::Mat1b& frame, const cv::Mat1b& sides) {
  cv::Mat1b flat = frame.clone();
  const bool tall = flat.rows > flat.cols;
  const int bar = static_cast<int>(kBar * std::max(flat.rows, flat.cols));
  const cv::Range first(0, bar);
  const cv::Range last(std::max(flat.rows, flat.cols) - bar, std::max(flat.rows, flat.cols));
  for (const cv::Range& band : {first, last}) {
    if (tall) {
      sides.rowRange(band).copyTo(flat.rowRange(band));
    } else {
      sides.colRange(band).copyTo(flat.colRange(band));
    }
  }
  return flat;
}

// What is left out must be flat.
bool plausible(const cv::Mat1b& flat, const cv::Rect& page) {
  if (page.empty()) return false;
  const int outside = static_cast<int>(flat.total()) - page.area();
  const int strip = std::max({page.x, page.y, flat.cols - page.br().x, flat.rows - page.br().y});
  const int flat_outside = cv::countNonZero(flat) - cv::countNonZero(flat(page));
  return page.area() >= kAreaMin * static_cast<double>(flat.total()) &&
         strip >= kStripMin * std::max(flat.cols, flat.rows) &&
         flat_outside >= kFrameOutside * outside;
}

// Where rows change most from one to the next, near where the page was found to begin or end.
int edge_near(const cv::Mat& rows, int from, int to) {
  from = std::max(from, 0);
  to = std::min(to, rows.rows);
  int edge = from;
  double most = -1;
  for (int y = from + 1; y < to; ++y) {
    const double change = cv::norm(rows.row(y), rows.row(y - 1), cv::NORM_L1);
    if (change > most) {
      most = change;
      edge = y;
    }
  }
  return edge;
}

// The same in pixels of the picture, begun and ended at even ones.
cv::Rect refined(const cv::Mat& luma, const cv::Rect& page, double step) {
  const auto begin = [&](int at) { return static_cast<int>((at - 2) * step); };
  const auto end = [&](int at) { return static_cast<int>((at + 2) * step) + 2; };
  const auto px = [&](int at) { return static_cast<int>(at * step); };
  const cv::Mat middle_columns = luma.colRange(px(page.x + 1), px(page.br().x - 1));
  const cv::Mat middle_rows = luma.rowRange(px(page.y + 1), px(page.br().y - 1)).t();
  const auto edge = [&](const cv::Mat& rows, int at, int whole) {
    return at <= 0 ? 0 : at >= whole ? rows.rows : edge_near(rows, begin(at), end(at));
  };
  const int rows = static_cast<int>(luma.rows / step);
  const int columns = static_cast<int>(luma.cols / step);
  const int left = (edge(middle_rows, page.x, columns) + 1) / 2 * 2;
  const int top = (edge(middle_columns, page.y, rows) + 1) / 2 * 2;
  const int right = edge(middle_rows, page.br().x, columns);
  const int bottom = edge(middle_columns, page.br().y, rows);
  return {left, top, (right - left) / 2 * 2, (bottom - top) / 2 * 2};
}

}  // namespace

std::optional<cv::Rect> area_of(const cv::Mat& luma) {
  if (std::min(luma.cols, luma.rows) < kSideMin) return std::nullopt;
  if (is_a4(luma.size(), kA4Slack)) return std::nullopt;
  const double step =
      std::max(1.0, static_cast<double>(std::max(luma.cols, luma.rows)) / kSearchSide);
  cv::Mat small;
  cv::resize(luma, small, {}, 1 / step, 1 / step, cv::INTER_NEAREST);
  const Levels sides = levels_of_sides(small);
  const Levels frame = without(sides, paper_of(small));
  if (std::ranges::count(frame, true) == 0) return std::nullopt;
  const cv::Mat1b mask = mask_of(small, frame);
  const cv::Rect page = page_in(mask);
  if (!plausible(with_bars(mask, mask_of(small, sides)), page)) return std::nullopt;
  const bool on_a_screen = proportion(luma.size()) >= kScreen && proportion(page.size()) < kScreen;
  if (!dark(frame) && !on_a_screen) return std::nullopt;
  return refined(luma, page, static_cast<double>(luma.cols) / small.cols);
}

}  // namespace vermilion::pipeline::page
