#pragma once

#include "service/overlay/canvas.hpp"
#include "service/overlay/ground.hpp"
#include "service/overlay/marks.hpp"

#include <vector>

namespace vermilion::service::overlay {

// What is pointed out on a page, with boxes where they are on the canvas, and how it is drawn.
class Scene {
 public:
  // `area` is where labels may stand; `type_px` the size of their letters, from which the lines
  // and distances follow.
  Scene(std::vector<Mark> marks, std::vector<FactMark> facts, const Rect& area, double type_px)
      : marks_(std::move(marks)), facts_(std::move(facts)), area_(area), type_px_(type_px) {}

  void draw(Canvas& canvas, const Ground& ground) const;

 private:
  double line() const { return std::max(2.0, type_px_ / 6); }
  Rect frame_of(const Mark& mark) const { return outset(mark.box, line()); }
  Rect frame_of(const FactMark& fact) const { return outset(fact.box, line() / 2); }
  bool framed(const FactMark& fact) const;
  LabelField field(const Ground& ground) const;
  void draw_boxes(Canvas& canvas) const;
  void draw_leader(Canvas& canvas, const Mark& mark, const Rect& label) const;
  std::vector<Rect> draw_labels(Canvas& canvas, const LabelField& field) const;
  void draw_facts(Canvas& canvas, const LabelField& field) const;

  std::vector<Mark> marks_;
  std::vector<FactMark> facts_;
  Rect area_;
  double type_px_;
};

}  // namespace vermilion::service::overlay
