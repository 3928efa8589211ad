#pragma once

#include "service/overlay/canvas.hpp"
#include "service/overlay/marks.hpp"

#include <vector>

namespace vermilion::service::overlay {

// The number of a finding in a disc of its level's colour.
void draw_badge(Canvas& canvas, Point centre, double radius, const Item& item);

// The plate beside a box on the page: a line per finding, each with its badge.
class Label {
 public:
  Label(const Mark& mark, double type_px);

  [[nodiscard]] Size size() const;
  void draw(Canvas& canvas, Point corner) const;

 private:
  struct Line {
    const Item* item;
    Text text;
  };

  double badge_radius() const { return 0.72 * type_px_; }
  double padding() const { return 0.32 * type_px_; }
  double line_height() const { return 1.62 * type_px_; }

  pipeline::Level level_;
  double type_px_;
  std::vector<Line> lines_;
};

}  // namespace vermilion::service::overlay
