#pragma once

#include <vector>

// Places on a sheet of paper, in millimetres from its upper left corner; x to the right, y down.
namespace vermilion::samples {

struct Point {
  double x = 0;
  double y = 0;
};

struct Size {
  double width = 0;
  double height = 0;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
};

// The rectangle of that size around a centre.
[[nodiscard]] inline Rect around(Point centre, Size size) {
  return {centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height};
}

// Points whose images bound the image of the whole shape under any map that keeps lines straight:
// the corners of a rectangle, enough of an ellipse to be within a tenth of a percent.
[[nodiscard]] std::vector<Point> outline_of(const Rect& rectangle);
[[nodiscard]] std::vector<Point> ellipse_outline(Point centre, Size size, double turn_deg);
[[nodiscard]] std::vector<Point> rectangle_outline(Point centre, Size size, double turn_deg);

[[nodiscard]] inline bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

inline constexpr Size kA4Portrait{210, 297};
inline constexpr Size kA4Landscape{297, 210};

}  // namespace vermilion::samples
