#include "pipeline/page/gutter.hpp"

#include "pipeline/page/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::page {
namespace {

// Of the picture's side: two margins of a sheet and what lies between them.
constexpr float kGapUpright = 0.02F;
constexpr float kGapLevel = 0.03F;

// On either side there must be a document's worth of print: so many lines that take up this much of
// the gap's length. Paragraphs take up more of the width of a page than columns do of its height.
constexpr std::size_t kLinesMin = 5;
constexpr float kAcrossUpright = 0.25F;
constexpr float kAcrossLevel = 0.40F;

// Two documents one below the other are of about one size; so the band lies this near the middle.
// Those side by side may be of any, and no single page has been seen with a band from top to
// bottom.
constexpr float kOffMiddleLevel = 0.09F;
constexpr float kOffMiddleUpright = 0.2F;

// One sheet of A4 shows one document as a rule, and a fifth of those have a level band too: reading
// on beyond it would cost them a millisecond each.
constexpr double kA4Slack = 0.005;

struct Extent {
  float begin = 0;
  float end = 0;

  float length() const { return end - begin; }
  float middle() const { return (begin + end) / 2; }
};

Extent extent_of(const TextLine& line, bool x) {
  const cv::Rect2f box = line.bounds();
  return x ? Extent{box.x, box.x + box.width} : Extent{box.y, box.y + box.height};
}

std::vector<Extent> gaps_between(const std::vector<TextLine>& lines, bool x) {
  std::vector<Extent> extents;
  for (const TextLine& line : lines) extents.push_back(extent_of(line, x));
  std::ranges::sort(extents, {}, &Extent::begin);
  std::vector<Extent> gaps;
  float reached = extents.front().end;
  for (const Extent& extent : extents) {
    if (extent.begin > reached) gaps.push_back({reached, extent.begin});
    reached = std::max(reached, extent.end);
  }
  return gaps;
}

// The lines whose middle lies before the gap, or behind it, are a document's worth.
bool fills(const std::vector<TextLine>& lines, bool upright, float gap, bool before, float least) {
  std::size_t count = 0;
  Extent across{.begin = 1e9F, .end = -1e9F};
  for (const TextLine& line : lines) {
    if ((extent_of(line, upright).middle() < gap) != before) continue;
    const Extent extent = extent_of(line, !upright);
    across = {std::min(across.begin, extent.begin), std::max(across.end, extent.end)};
    ++count;
  }
  return count >= kLinesMin && across.length() >= least;
}

// Two documents are about as large, so the gap nearest to the middle is taken.
std::optional<Gutter> gutter_along(const std::vector<TextLine>& lines, bool upright,
                                   cv::Size page) {
  const auto side = static_cast<float>(upright ? page.width : page.height);
  const auto other_side = static_cast<float>(upright ? page.height : page.width);
  const float least = (upright ? kAcrossUpright : kAcrossLevel) * other_side;
  std::vector<Extent> gaps = gaps_between(lines, upright);
  std::erase_if(gaps, [&](const Extent& gap) {
    return gap.length() < (upright ? kGapUpright : kGapLevel) * side ||
           std::abs(gap.middle() / side - 0.5F) > (upright ? kOffMiddleUpright : kOffMiddleLevel) ||
           !fills(lines, upright, gap.middle(), true, least) ||
           !fills(lines, upright, gap.middle(), false, least);
  });
  if (gaps.empty()) return std::nullopt;
  const auto nearest = std::ranges::min_element(
      gaps, {}, [&](const Extent& gap) { return std::abs(gap.middle() - side / 2); });
  return Gutter{upright, nearest->middle()};
}

}  // namespace

std::optional<Gutter> gutter_of(const TextLines& lines, cv::Size page) {
  if (lines.lines.size() < 2 * kLinesMin) return std::nullopt;
  if (auto upright = gutter_along(lines.lines, true, page)) return upright;
  if (is_a4(page, kA4Slack)) return std::nullopt;
  return gutter_along(lines.lines, false, page);
}

}  // namespace vermilion::pipeline::page
