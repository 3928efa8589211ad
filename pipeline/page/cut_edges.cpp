#include "pipeline/page/cut_edges.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace vermilion::pipeline::page {
namespace {

// In pixels of the level lines are found at; a line of print that ends nearer was cut.
constexpr float kNear = 2;
constexpr int kLinesMin = 2;

// Strokes are looked for where the page is 1024 to 2047 pixels long, about 100 dpi: a frame's line
// is then one to four pixels wide.
constexpr int kSide = 1024;
constexpr int kSkipped = 2;  // pixels at the very edge: scanners and resampling shade them
constexpr int kDepth = 12;   // a stroke this long that starts at the edge is no speck, 3 mm
constexpr int kDarkOfDepth = 11;
constexpr int kStrokeMax = 12;      // wider is a shadow or a desk
constexpr int kStrokesMin = 2;      // a frame has two ends
constexpr double kInk = 0.30;       // of the page's contrast
constexpr int kOppositeShare = 40;  // a streak may lean by a fortieth of the page

// Counts of dark pixels going inwards, at each place along an edge.
using Profile = std::vector<int>;

Profile darkness_from(const cv::Mat& rows, int threshold) {
  Profile profile(static_cast<std::size_t>(rows.cols), 0);
  for (int y = 0; y < rows.rows; ++y) {
    const auto* row = rows.ptr<std::uint8_t>(y);
    for (int x = 0; x < rows.cols; ++x) profile[static_cast<std::size_t>(x)] += row[x] < threshold;
  }
  return profile;
}

// Where strokes meet the edge: middles of narrow runs.
std::vector<int> strokes_of(const Profile& profile) {
  std::vector<int> strokes;
  int begin = 0;
  const int count = static_cast<int>(profile.size());
  for (int x = 0; x <= count; ++x) {
    const bool dark = x < count && profile[static_cast<std::size_t>(x)] >= kDarkOfDepth;
    if (dark) continue;
    if (x > begin && x - begin <= kStrokeMax) strokes.push_back((begin + x) / 2);
    begin = x + 1;
  }
  return strokes;
}

int without_opposite(const std::vector<int>& strokes, const std::vector<int>& opposite,
                     int length) {
  const int reach = length / kOppositeShare;
  return static_cast<int>(std::ranges::count_if(strokes, [&](int at) {
    return std::ranges::none_of(opposite, [&](int other) { return std::abs(at - other) <= reach; });
  }));
}

struct Strokes {
  std::vector<int> left, right, top, bottom;
};

Strokes strokes_at_edges(const cv::Mat& luma, const Light& light) {
  const int threshold = static_cast<int>(light.paper - kInk * light.contrast());
  const auto look = [&](const cv::Mat& rows) { return strokes_of(darkness_from(rows, threshold)); };
  const int far = kSkipped + kDepth;
  return {.left = look(luma.colRange(kSkipped, far).t()),
          .right = look(luma.colRange(luma.cols - far, luma.cols - kSkipped).t()),
          .top = look(luma.rowRange(kSkipped, far)),
          .bottom = look(luma.rowRange(luma.rows - far, luma.rows - kSkipped))};
}

struct LineEnds {
  int left = 0;
  int right = 0;
};

LineEnds lines_at_edges(const Pyramid& pyramid, const TextLines& lines) {
  const float near = kNear * static_cast<float>(1 << lines.level);
  const auto width = static_cast<float>(pyramid.luma(0).cols);
  LineEnds ends;
  for (const TextLine& line : lines.lines) {
    const cv::Rect2f box = line.bounds();
    ends.left += box.x < near;
    ends.right += box.x + box.width > width - near;
  }
  return ends;
}

}  // namespace

std::vector<std::string> cut_edges(const Pyramid& pyramid, const Light& light,
                                   const TextLines& lines) {
  const cv::Mat& luma = pyramid.luma(pyramid.level_with_side(kSide));
  if (std::min(luma.cols, luma.rows) < 4 * (kSkipped + kDepth)) return {};
  const LineEnds ends = lines_at_edges(pyramid, lines);
  const Strokes strokes = strokes_at_edges(luma, light);
  const auto meets = [](const std::vector<int>& here, const std::vector<int>& opposite,
                        int length) {
    return without_opposite(here, opposite, length) >= kStrokesMin;
  };
  std::vector<std::string> edges;
  if (ends.left >= kLinesMin || meets(strokes.left, strokes.right, luma.rows))
    edges.emplace_back("left");
  if (ends.right >= kLinesMin || meets(strokes.right, strokes.left, luma.rows))
    edges.emplace_back("right");
  if (meets(strokes.top, strokes.bottom, luma.cols)) edges.emplace_back("top");
  if (meets(strokes.bottom, strokes.top, luma.cols)) edges.emplace_back("bottom");
  return edges;
}

}  // namespace vermilion::pipeline::page
