#include "pipeline/seal/rim.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

constexpr int kTurns = 90;
constexpr int kReaches = 49;
constexpr float kInner = 0.5F;
constexpr float kOuter = 1.3F;

// Where things stand in a seal, as shares of its radius: the rim is 1 mm of 20, the name stands
// between 0.6 and 0.9, the star within 0.35.
constexpr float kRimFrom = 0.92F;
constexpr float kRimTo = 1.06F;
constexpr float kGapFrom = 0.84F;
constexpr float kGapTo = 0.97F;
constexpr float kNameFrom = 0.55F;
constexpr float kNameTo = 0.85F;
constexpr float kOutsideFrom = 1.12F;
constexpr float kOutsideTo = 1.25F;

// Shares are of what the edge of the picture leaves of a rim, and at least of this much of it.
constexpr float kInsideMin = 0.6F;

// A turn has a rim when its ink reaches this share of the rim's median.
constexpr float kInked = 0.4F;
constexpr std::uint8_t kInkMin = 8;  // below this it is noise of the paper

std::uint8_t brightest(const Unrolled& u, int turn, float from, float to) {
  std::uint8_t value = 0;
  for (int row = u.row_of(from); row <= u.row_of(to); ++row) {
    value = std::max(value, u.pixels.at<std::uint8_t>(row, turn));
  }
  return value;
}

std::uint8_t darkest(const Unrolled& u, int turn, float from, float to) {
  std::uint8_t value = 255;
  for (int row = u.row_of(from); row <= u.row_of(to); ++row) {
    value = std::min(value, u.pixels.at<std::uint8_t>(row, turn));
  }
  return value;
}

float median(std::vector<std::uint8_t> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// Does the outline pass through the picture there, or beyond its edge?
bool is_inside(const cv::Mat& ink, const Outline& outline, int turn, float reach) {
  const cv::Point2f p = outline.at((static_cast<float>(turn) + 0.5F) / kTurns, reach);
  return p.x >= 0 && p.y >= 0 && p.x <= static_cast<float>(ink.cols - 1) &&
         p.y <= static_cast<float>(ink.rows - 1);
}

float fill_of(const Unrolled& u, float ink) {
  const int from = u.row_of(kNameFrom);
  const int to = u.row_of(kNameTo);
  int inked = 0;
  for (int row = from; row <= to; ++row) {
    for (int turn = 0; turn < kTurns; ++turn)
      inked += u.pixels.at<std::uint8_t>(row, turn) > ink / 2;
  }
  return static_cast<float>(inked) / static_cast<float>((to - from + 1) * kTurns);
}

// The outermost place near the outline where ink begins, going inwards; negative when there is
// none.
float rim_reach(const Unrolled& u, int turn, float ink) {
  for (int row = u.row_of(1.2F); row >= u.row_of(0.82F); --row) {
    const float here = u.pixels.at<std::uint8_t>(row, turn);
    if (here < ink / 2) continue;
    // Between this row and the one before lies the crossing: rows are wider than pixels.
    const float before = u.pixels.at<std::uint8_t>(row + 1, turn);
    const float past =
        here > before ? std::clamp((here - ink / 2) / (here - before), 0.0F, 1.0F) : 0;
    return u.inner + (u.outer - u.inner) * (static_cast<float>(row) + past) / (kReaches - 1);
  }
  return -1;
}

std::vector<cv::Point2f> rim_points(const cv::Mat& ink, const Outline& outline) {
  const Unrolled u = unroll(ink, outline, kInner, kOuter, kReaches, kTurns);
  std::vector<std::uint8_t> peaks;
  for (int turn = 0; turn < kTurns; ++turn) {
    if (is_inside(ink, outline, turn, 1)) peaks.push_back(brightest(u, turn, 0.88F, 1.14F));
  }
  const float level = median(peaks);
  std::vector<cv::Point2f> points;
  if (level < kInkMin) return points;
  for (int turn = 0; turn < kTurns; ++turn) {
    if (!is_inside(ink, outline, turn, 1)) continue;
    const float reach = rim_reach(u, turn, level);
    if (reach > 0) points.push_back(outline.at((static_cast<float>(turn) + 0.5F) / kTurns, reach));
  }
  return points;
}

Outline from_ellipse(const cv::RotatedRect& ellipse) {
  Outline outline{.centre = ellipse.center,
                  .half_width = ellipse.size.width / 2,
                  .half_height = ellipse.size.height / 2,
                  .angle_rad = ellipse.angle * std::numbers::pi_v<float> / 180};
  if (outline.half_width < outline.half_height) {
    std::swap(outline.half_width, outline.half_height);
    outline.angle_rad += std::numbers::pi_v<float> / 2;
  }
  return outline;
}

// In the frame of the outline: along its two axes, in pixels.
cv::Point2f in_frame(const Outline& outline, cv::Point2f point) {
  const cv::Point2f ray = point - outline.centre;
  const float c = std::cos(outline.angle_rad);
  const float s = std::sin(outline.angle_rad);
  return {ray.x * c + ray.y * s, -ray.x * s + ray.y * c};
}

// A side of a rectangle in its frame: how far off it runs, and how much that grows along it.
struct Side {
  float off = 0;
  float slope = 0;
};

// Through points (along, off); none where they are few.
std::optional<Side> side_through(const std::vector<cv::Point2f>& points) {
  constexpr std::size_t kPointsMin = 6;
  if (points.size() < kPointsMin) return std::nullopt;
  cv::Vec4f line;
  cv::fitLine(points, line, cv::DIST_HUBER, 0, 0.01, 0.01);
  if (std::abs(line[0]) < std::abs(line[1])) return std::nullopt;
  const float slope = line[1] / line[0];
  return Side{line[3] - slope * line[2], slope};
}

// The rectangle whose four sides the points lie on; the outline itself where a side is missing.
Outline from_sides(const Outline& outline, const std::vector<cv::Point2f>& points) {
  constexpr float kBeforeCorner = 0.85F;
  std::array<std::vector<cv::Point2f>, 4> on;  // right, left, lower, upper
  for (const cv::Point2f point : points) {
    const cv::Point2f at = in_frame(outline, point);
    const float u = at.x / outline.half_width;
    const float v = at.y / outline.half_height;
    if (std::abs(v) < kBeforeCorner && std::abs(u) > std::abs(v))
      on[u > 0 ? 0 : 1].emplace_back(at.y, at.x);
    else if (std::abs(u) < kBeforeCorner && std::abs(v) > std::abs(u))
      on[v > 0 ? 2 : 3].push_back(at);
  }
  std::array<Side, 4> sides;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const auto side = side_through(on[i]);
    if (!side) return outline;
    sides[i] = *side;
  }
  const float turn =
      (sides[2].slope + sides[3].slope - sides[0].slope - sides[1].slope) / 4;  // small: its angle
  const cv::Point2f middle((sides[0].off + sides[1].off) / 2, (sides[2].off + sides[3].off) / 2);
  const float c = std::cos(outline.angle_rad);
  const float s = std::sin(outline.angle_rad);
  Outline next = outline;
  next.centre += cv::Point2f(middle.x * c - middle.y * s, middle.x * s + middle.y * c);
  next.half_width = (sides[0].off - sides[1].off) / 2 * std::cos(turn);
  next.half_height = (sides[2].off - sides[3].off) / 2 * std::cos(turn);
  next.angle_rad += turn;
  return next;
}

}  // namespace

Rim rim_of(const cv::Mat& ink, const Outline& outline) {
  const Unrolled u = unroll(ink, outline, kInner, kOuter, kReaches, kTurns);
  std::array<std::uint8_t, kTurns> peak{};
  std::vector<std::uint8_t> inked;
  for (int turn = 0; turn < kTurns; ++turn) {
    peak[static_cast<std::size_t>(turn)] = brightest(u, turn, kRimFrom, kRimTo);
    if (peak[static_cast<std::size_t>(turn)] >= kInkMin)
      inked.push_back(peak[static_cast<std::size_t>(turn)]);
  }
  Rim rim{.ink = median(inked)};
  if (rim.ink == 0) return rim;
  int inside = 0;
  int covered = 0;
  int thin = 0;
  int alone = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    if (!is_inside(ink, outline, turn, 1)) continue;
    ++inside;
    const float here = peak[static_cast<std::size_t>(turn)];
    if (here < kInked * rim.ink || here < kInkMin) continue;
    ++covered;
    thin += darkest(u, turn, kGapFrom, kGapTo) < 0.6F * here;
    alone += brightest(u, turn, kOutsideFrom, kOutsideTo) < 0.6F * here ||
             !is_inside(ink, outline, turn, kOutsideFrom);
  }
  const auto turns = std::max(static_cast<float>(inside), kInsideMin * kTurns);
  rim.coverage = static_cast<float>(covered) / turns;
  rim.thin = static_cast<float>(thin) / turns;
  rim.alone = static_cast<float>(alone) / turns;
  rim.fill = fill_of(u, rim.ink);
  return rim;
}

Outline fitted(const cv::Mat& ink, const Outline& outline) {
  constexpr std::size_t kPointsMin = 20;
  constexpr float kStray = 0.06F;  // of the radius: text and neighbours that touch the rim
  Outline best = outline;
  for (int round = 0; round < 2; ++round) {
    std::vector<cv::Point2f> points = rim_points(ink, best);
    if (round > 0) {
      std::erase_if(points, [&](cv::Point2f p) { return std::abs(best.reach_of(p) - 1) > kStray; });
    }
    if (points.size() < kPointsMin) return best;
    const Outline next =
        best.angular ? from_sides(best, points) : from_ellipse(cv::fitEllipseDirect(points));
    // A fit that runs away has followed something else.
    const float ratio = next.mean_radius() / outline.mean_radius();
    if (!(ratio > 0.8F && ratio < 1.25F) || cv::norm(next.centre - outline.centre) >
                                                0.25 * static_cast<double>(outline.mean_radius())) {
      return best;
    }
    best = next;
  }
  return best;
}

}  // namespace vermilion::pipeline::seal
