#include "service/overlay/scene.hpp"

#include "service/overlay/label.hpp"
#include "service/overlay/palette.hpp"

#include <algorithm>

namespace vermilion::service::overlay {

void Scene::draw(Canvas& canvas, const Ground& ground) const {
  draw_boxes(canvas);
  LabelField field = this->field(ground);
  field.taken = draw_labels(canvas, field);
  draw_facts(canvas, field);
}

// A fact inside a frame needs no second one.
bool Scene::framed(const FactMark& fact) const {
  return std::ranges::any_of(marks_, [&](const Mark& mark) {
    return (mark.box & fact.box).area() > 0.5 * std::max(mark.box.area(), fact.box.area());
  });
}

LabelField Scene::field(const Ground& ground) const {
  LabelField field{.area = area_, .gap = 0.35 * type_px_, .busyness = [&ground](const Rect& rect) {
                     return ground.busyness(rect);
                   }};
  for (const Mark& mark : marks_) field.keep_clear.push_back(outset(frame_of(mark), line()));
  for (const FactMark& fact : facts_) field.keep_clear.push_back(frame_of(fact));
  return field;
}

void Scene::draw_boxes(Canvas& canvas) const {
  for (const FactMark& fact : facts_) {
    if (framed(fact)) continue;
    canvas.stroke(frame_of(fact), {kHalo, line()});
    canvas.stroke(frame_of(fact), {kFact, line() / 2});
  }
  for (const Mark& mark : marks_) {
    canvas.stroke(frame_of(mark), {kHalo, 2 * line()}, line());
    canvas.stroke(frame_of(mark), pen_of(mark.level, line()), line());
  }
}

// Ties a label to its box where it could not stand beside it.
void Scene::draw_leader(Canvas& canvas, const Mark& mark, const Rect& label) const {
  if (distance(label, frame_of(mark)) < type_px_) return;
  const auto [from, to] = bridge(label, frame_of(mark));
  canvas.line(from, to, {kHalo, 1.6 * line()});
  canvas.line(from, to, {colour_of(mark.level), 0.6 * line()});
  canvas.disc(to, line(), colour_of(mark.level));
}

std::vector<Rect> Scene::draw_labels(Canvas& canvas, const LabelField& field) const {
  std::vector<Label> labels;
  std::vector<LabelRequest> requests;
  for (const Mark& mark : marks_) {
    labels.emplace_back(mark, type_px_);
    requests.push_back({outset(frame_of(mark), line()), labels.back().size()});
  }
  const auto places = place_labels(requests, field);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (places[i]) draw_leader(canvas, marks_[i], *places[i]);
  }
  // Plates after all leaders, so that no line crosses a text.
  std::vector<Rect> taken;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!places[i]) continue;
    labels[i].draw(canvas, places[i]->tl());
    taken.push_back(*places[i]);
  }
  return taken;
}

void Scene::draw_facts(Canvas& canvas, const LabelField& field) const {
  std::vector<Text> texts;
  std::vector<LabelRequest> requests;
  for (const FactMark& fact : facts_) {
    texts.emplace_back(fact.text, Type{.size_px = 0.8 * type_px_});
    requests.push_back(
        {framed(fact) ? outset(fact.box, 2 * line()) : frame_of(fact), texts.back().size()});
  }
  const auto places = place_labels(requests, field);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    // Far from its box a text without a leader would only puzzle.
    const bool near = places[i] && distance(*places[i], facts_[i].box) < 2 * type_px_;
    if (near) canvas.write(texts[i], places[i]->tl(), kFact, {kHalo, line()});
  }
}

}  // namespace vermilion::service::overlay
