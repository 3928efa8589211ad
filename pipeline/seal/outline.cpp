#include "pipeline/seal/outline.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vermilion::pipeline::seal {
namespace {

// Below this ratio of the axes a round seal is an oval one: perspective makes 0.8 of a circle, the
// common ovals are 45 x 30 and 40 x 30 mm.
constexpr float kRoundAspect = 0.80F;
constexpr float kSquareAspect = 0.80F;

// A unit vector for an ellipse; for a rectangle the point on the border of the unit square that
// lies in the same direction, walked at even speed.
cv::Point2f on_unit_outline(float turn, bool angular) {
  if (!angular) {
    const float angle = 2 * std::numbers::pi_v<float> * turn;
    return {std::cos(angle), std::sin(angle)};
  }
  const float side = 4 * (turn - std::floor(turn));
  const float along = 2 * (side - std::floor(side)) - 1;
  switch (static_cast<int>(side)) {
    case 0:
      return {along, -1};
    case 1:
      return {1, along};
    case 2:
      return {-along, 1};
    default:
      return {-1, -along};
  }
}

}  // namespace

SealShape Outline::shape() const {
  if (angular) return aspect() < kSquareAspect ? SealShape::Rectangle : SealShape::Square;
  return aspect() < kRoundAspect ? SealShape::Oval : SealShape::Round;
}

Outline Outline::scaled(float factor) const {
  Outline other = *this;
  // Pixel centres: coordinate x of one level is factor * (x + 0.5) - 0.5 of the next.
  other.centre = {(centre.x + 0.5F) * factor - 0.5F, (centre.y + 0.5F) * factor - 0.5F};
  other.half_width *= factor;
  other.half_height *= factor;
  return other;
}

cv::Point2f Outline::at(float turn, float reach) const {
  const cv::Point2f unit = on_unit_outline(turn, angular);
  const float u = unit.x * half_width * reach;
  const float v = unit.y * half_height * reach;
  const float c = std::cos(angle_rad);
  const float s = std::sin(angle_rad);
  return {centre.x + u * c - v * s, centre.y + u * s + v * c};
}

float Outline::reach_of(cv::Point2f point) const {
  const cv::Point2f off = point - centre;
  const float c = std::cos(angle_rad);
  const float s = std::sin(angle_rad);
  const float u = (off.x * c + off.y * s) / half_width;
  const float v = (off.y * c - off.x * s) / half_height;
  return angular ? std::max(std::abs(u), std::abs(v)) : std::hypot(u, v);
}

cv::Rect2f Outline::bounds() const {
  cv::Point2f low = centre;
  cv::Point2f high = centre;
  constexpr int kSteps = 64;
  for (int i = 0; i < kSteps; ++i) {
    const cv::Point2f p = at(static_cast<float>(i) / kSteps, 1);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  return {low, high};
}

double Outline::area() const {
  const double box = 4.0 * static_cast<double>(half_width) * static_cast<double>(half_height);
  return angular ? box : box * std::numbers::pi / 4;
}

Unrolled unroll(const cv::Mat& image, const Outline& outline, float inner, float outer, int reaches,
                int turns) {
  cv::Mat_<cv::Vec2f> map(reaches, turns);
  for (int column = 0; column < turns; ++column) {
    // Reach is linear along a ray, so two points fix the whole column.
    const float turn = (static_cast<float>(column) + 0.5F) / static_cast<float>(turns);
    const cv::Point2f from = outline.at(turn, inner);
    const cv::Point2f step = (outline.at(turn, outer) - from) / static_cast<float>(reaches - 1);
    for (int row = 0; row < reaches; ++row) {
      const cv::Point2f p = from + step * static_cast<float>(row);
      map(row, column) = {p.x, p.y};
    }
  }
  Unrolled unrolled{.inner = inner, .outer = outer};
  cv::remap(image, unrolled.pixels, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return unrolled;
}

}  // namespace vermilion::pipeline::seal
