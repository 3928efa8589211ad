#include "samples/geometry.hpp"

#include <cmath>
#include <numbers>

namespace vermilion::samples {
namespace {

using std::numbers::pi;

Point turned(Point centre, double x, double y, double turn_deg) {
  const double c = std::cos(turn_deg * pi / 180);
  const double s = std::sin(turn_deg * pi / 180);
  return {centre.x + c * x - s * y, centre.y + s * x + c * y};
}

}  // namespace

std::vector<Point> outline_of(const Rect& rectangle) {
  return rectangle_outline(rectangle.centre(), {rectangle.width, rectangle.height}, 0);
}

std::vector<Point> ellipse_outline(Point centre, Size size, double turn_deg) {
  constexpr int kPoints = 72;
  std::vector<Point> outline;
  for (int i = 0; i < kPoints; ++i) {
    const double angle = 2 * pi * i / kPoints;
    outline.push_back(turned(centre, size.width / 2 * std::cos(angle),
                             size.height / 2 * std::sin(angle), turn_deg));
  }
  return outline;
}

std::vector<Point> rectangle_outline(Point centre, Size size, double turn_deg) {
  const double x = size.width / 2;
  const double y = size.height / 2;
  return {turned(centre, -x, -y, turn_deg), turned(centre, x, -y, turn_deg),
          turned(centre, x, y, turn_deg), turned(centre, -x, y, turn_deg)};
}

}  // namespace vermilion::samples
