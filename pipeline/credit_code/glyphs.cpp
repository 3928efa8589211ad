#include "pipeline/credit_code/glyphs.hpp"

#include "pipeline/page/components.hpp"
#include "pipeline/page/strip.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace vermilion::pipeline::credit_code {
namespace {

// Shares of the band's height.
constexpr float kPieceHeightMin = 0.3F;  // a dash or a dot is no piece
constexpr float kWideFrom = 0.72F;       // a wider piece may hold two characters
constexpr float kCutDistance = 0.16F;    // cuts are at least this far apart
constexpr float kCutInk = 0.8F;          // of the piece's mean: a column with less may be a joint
constexpr int kCutNeighbourhood = 3;     // columns to each side that must not be thinner

constexpr int kSpeck = 6;        // pixels; less is dust
constexpr float kHeightMin = 8;  // of characters on a strip made for 24
constexpr std::size_t kPiecesMax = 160;

// Lines are found to within this many pixels of a strip.
constexpr int kSlack = 8;

using Boxes = std::vector<cv::Rect>;

cv::Mat ink_mask(const cv::Mat& darkness) {
  cv::Mat mask;
  cv::threshold(darkness, mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
  return mask;
}

// Characters of the line, without dust and without what hangs in from the lines above and below.
Boxes characters_of(const cv::Mat& mask) {
  Boxes boxes;
  for (const auto& [box, area] : page::components_of(mask).list) {
    const bool at_edge = box.y == 0 || box.y + box.height == mask.rows;
    if (area < kSpeck || box.height < mask.rows / 8) continue;
    if (at_edge && box.height < mask.rows / 2) continue;
    const int middle = box.x + box.width / 2;
    if (middle < page::kStripMargin - kSlack || middle > mask.cols - page::kStripMargin + kSlack)
      continue;
    boxes.push_back(box);
  }
  std::ranges::sort(boxes, {}, [](const cv::Rect& box) { return std::pair(box.x, box.y); });
  return boxes;
}

// Strokes above one another belong to one character.
Boxes merged(const Boxes& boxes) {
  constexpr double kOverlap = 0.4;  // of the narrower one
  Boxes characters;
  for (const cv::Rect& box : boxes) {
    if (!characters.empty()) {
      cv::Rect& last = characters.back();
      const int overlap = std::min(last.br().x, box.br().x) - std::max(last.x, box.x);
      if (overlap > kOverlap * std::min(last.width, box.width)) {
        last |= box;
        continue;
      }
    }
    characters.push_back(box);
  }
  return characters;
}

float median(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// The height of most characters, by which the others are measured while the strip is cut.
float usual_height(const Boxes& characters, int rows) {
  std::vector<float> heights;
  for (const cv::Rect& box : characters) {
    if (box.height > rows / 4) heights.push_back(static_cast<float>(box.height));
  }
  return heights.empty() ? 0 : median(std::move(heights));
}

std::vector<float> ink_by_column(const cv::Mat& darkness, cv::Rect box) {
  std::vector<float> ink(static_cast<std::size_t>(box.width), 0.0F);
  for (int y = box.y; y < box.br().y; ++y) {
    const auto* row = darkness.ptr<std::uint8_t>(y) + box.x;
    for (int x = 0; x < box.width; ++x) ink[static_cast<std::size_t>(x)] += row[x];
  }
  return ink;
}

bool thinnest_around(const std::vector<float>& ink, int x) {
  const auto at = [&](int i) { return ink[static_cast<std::size_t>(i)]; };
  for (int k = 1; k <= kCutNeighbourhood; ++k) {
    if (x - k >= 0 && at(x - k) <= at(x)) return false;
    if (x + k < static_cast<int>(ink.size()) && at(x + k) < at(x)) return false;
  }
  return true;
}

// Columns, counted from the box, where joined characters may be cut.
std::vector<int> cuts_of(const cv::Mat& darkness, cv::Rect box, float height) {
  const std::vector<float> ink = ink_by_column(darkness, box);
  float mean = 0;
  for (const float column : ink) mean += column / static_cast<float>(ink.size());
  const int distance = std::max(2, static_cast<int>(kCutDistance * height));
  std::vector<int> cuts;
  for (int x = distance; x < box.width - distance; ++x) {
    const float here = ink[static_cast<std::size_t>(x)];
    if (here >= kCutInk * mean || !thinnest_around(ink, x)) continue;
    if (!cuts.empty() && x - cuts.back() < distance) {
      if (here < ink[static_cast<std::size_t>(cuts.back())]) cuts.back() = x;
    } else {
      cuts.push_back(x);
    }
  }
  return cuts;
}

// Top and bottom of the ink within the columns of a span.
Band extent_of(const cv::Mat& mask, cv::Rect box, Span span) {
  const auto inked = [&](int y) {
    const auto* row = mask.ptr<std::uint8_t>(y);
    return std::any_of(row + span.begin, row + span.end, [](std::uint8_t v) { return v != 0; });
  };
  int top = box.y;
  int bottom = box.br().y;
  while (top + 1 < bottom && !inked(top)) ++top;
  while (bottom - 1 > top && !inked(bottom - 1)) --bottom;
  return {static_cast<float>(top), static_cast<float>(bottom)};
}

void append(std::vector<Piece>& pieces, const cv::Mat& darkness, const cv::Mat& mask, cv::Rect box,
            float height) {
  std::vector<int> ends;
  if (static_cast<float>(box.width) > kWideFrom * height) ends = cuts_of(darkness, box, height);
  ends.push_back(box.width);
  int begin = 0;
  for (const int end : ends) {
    const Span span{box.x + begin, box.x + end};
    pieces.push_back({span, extent_of(mask, box, span), /*joined=*/begin > 0});
    begin = end;
  }
}

// Digits and capitals of one line share top and bottom, so the neighbours of like height say where
// they are better than a character worn thin above or below does.
std::vector<Piece> with_bands_of_neighbours(const std::vector<Piece>& pieces) {
  constexpr std::ptrdiff_t kReach = 6;
  constexpr float kAlike = 0.18F;
  std::vector<Piece> settled = pieces;
  const auto count = static_cast<std::ptrdiff_t>(pieces.size());
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const float height = pieces[static_cast<std::size_t>(i)].band.height();
    std::vector<float> tops;
    std::vector<float> bottoms;
    for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, i - kReach);
         k < std::min(count, i + kReach + 1); ++k) {
      const Band& band = pieces[static_cast<std::size_t>(k)].band;
      if (std::abs(band.height() - height) > kAlike * height) continue;
      tops.push_back(band.top);
      bottoms.push_back(band.bottom);
    }
    settled[static_cast<std::size_t>(i)].band = {median(std::move(tops)),
                                                 median(std::move(bottoms))};
  }
  return settled;
}

// Between which two pixels of a row a column of a window lies, and how far from the first.
struct Column {
  std::size_t in_window = 0;
  int pixel = 0;
  float share = 0;
};

// Where sample `i` of `count` lies when they are `step` apart around `centre`.
float sample_at(float centre, int i, int count, float step) {
  return centre - 0.5F + (static_cast<float>(i) - static_cast<float>(count - 1) / 2) * step;
}

// The columns of a window that see the span; the others stay paper.
std::vector<Column> columns_over(Span span, float step, int width) {
  constexpr float kSpill = 0.8F;  // the soft edge of a stroke just outside the span
  const float left = std::max(0.0F, static_cast<float>(span.begin) - kSpill);
  const float right =
      std::min(static_cast<float>(width) - 1.001F, static_cast<float>(span.end) + kSpill);
  const float centre = static_cast<float>(span.begin + span.end) / 2;
  std::vector<Column> columns;
  columns.reserve(kWindowColumns);
  for (int j = 0; j < kWindowColumns; ++j) {
    const float x = sample_at(centre, j, kWindowColumns, step);
    if (x < left || x > right) continue;
    const int pixel = static_cast<int>(x);
    columns.push_back({static_cast<std::size_t>(j), pixel, x - static_cast<float>(pixel)});
  }
  return columns;
}

}  // namespace

std::vector<Piece> pieces_of(const cv::Mat& darkness) {
  const cv::Mat mask = ink_mask(darkness);
  const Boxes characters = merged(characters_of(mask));
  const float height = usual_height(characters, darkness.rows);
  if (height < kHeightMin) return {};
  std::vector<Piece> pieces;
  for (const cv::Rect& box : characters) {
    if (static_cast<float>(box.height) < kPieceHeightMin * height) continue;
    if (pieces.size() >= kPiecesMax) break;
    append(pieces, darkness, mask, box, height);
  }
  return with_bands_of_neighbours(pieces);
}

Window window_of(const cv::Mat& darkness, Band band, Span span) {
  constexpr float kGlyphHeight = 20;
  const float step = band.height() / kGlyphHeight;
  const float centre = (band.top + band.bottom) / 2;
  const std::vector<Column> columns = columns_over(span, step, darkness.cols);
  Window window{};
  for (int i = 0; i < kWindowRows; ++i) {
    const float y = sample_at(centre, i, kWindowRows, step);
    const int row = static_cast<int>(std::floor(y));
    if (row < 0 || row + 1 >= darkness.rows) continue;
    const float lower_share = y - static_cast<float>(row);
    const auto* upper = darkness.ptr<std::uint8_t>(row);
    const auto* lower = darkness.ptr<std::uint8_t>(row + 1);
    float* values = &window[static_cast<std::size_t>(i * kWindowColumns)];
    for (const auto& [in_window, pixel, share] : columns) {
      const float above = upper[pixel] * (1 - share) + upper[pixel + 1] * share;
      const float below = lower[pixel] * (1 - share) + lower[pixel + 1] * share;
      values[in_window] = (above * (1 - lower_share) + below * lower_share) / 255;
    }
  }
  return window;
}

}  // namespace vermilion::pipeline::credit_code
