#include "service/overlay/placement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vermilion::service::overlay {
namespace {

// A place costs what it hides and how far it is, in label heights away. A label would rather stand
// on a third of a line of print than one height off, and rather three heights off than on a title.
constexpr double kBusynessCost = 8;
constexpr double kDistanceCost = 0.7;

// Not beside the box at all: worth it only to spare something.
constexpr double kAwayCost = 0.5;

// Between two places beside the box that hide equally little, the one that comes first.
constexpr double kRankCost = 0.05;

struct Place {
  Rect rect;
  double cost;
};

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool inside(const Rect& area, const Rect& rect) {
  return rect.x >= area.x && rect.y >= area.y && rect.x + rect.width <= area.x + area.width &&
         rect.y + rect.height <= area.y + area.height;
}

bool free_of(const Rect& rect, std::span<const Rect> obstacles) {
  return std::ranges::none_of(obstacles,
                              [&](const Rect& obstacle) { return overlap(rect, obstacle); });
}

// Around the box, best first: above and below, where the eye starts to read, then at its sides.
std::vector<Place> beside(const Rect& box, const Size& size, double gap) {
  const double left = box.x;
  const double right = box.x + box.width - size.width;
  const double centre = (left + right) / 2;
  const double above = box.y - gap - size.height;
  const double below = box.y + box.height + gap;
  const double before = box.x - gap - size.width;
  const double behind = box.x + box.width + gap;
  const double top = box.y;
  const double bottom = box.y + box.height - size.height;
  std::vector<Place> places;
  for (const Point& corner :
       {Point{left, above}, Point{left, below}, Point{right, above}, Point{right, below},
        Point{centre, above}, Point{centre, below}, Point{behind, top}, Point{before, top},
        Point{behind, bottom}, Point{before, bottom}}) {
    places.push_back({Rect(corner, size), kRankCost * static_cast<double>(places.size())});
  }
  return places;
}

// Everywhere, half a label's height apart.
std::vector<Place> everywhere(const Rect& box, const Size& size, const LabelField& field) {
  const Rect& area = field.area;
  const double step = std::max(4.0, size.height / 2);
  const Rect with_gap = outset(box, field.gap);
  std::vector<Place> places;
  for (double y = area.y; y + size.height <= area.y + area.height; y += step) {
    for (double x = area.x; x + size.width <= area.x + area.width; x += step) {
      const Rect rect(Point{x, y}, size);
      const double heights = distance(rect, with_gap) / size.height;
      places.push_back({rect, kAwayCost + kDistanceCost * heights});
    }
  }
  return places;
}

// The first of the cheapest, so that the same page is always drawn the same.
std::optional<Rect> cheapest(const std::vector<Place>& places, const Rect& box,
                             const LabelField& field, std::span<const Rect> keep_clear) {
  std::optional<Rect> best;
  double best_cost = std::numeric_limits<double>::infinity();
  for (const Place& place : places) {
    if (place.cost >= best_cost || !inside(field.area, place.rect)) continue;
    if (overlap(place.rect, box) || !free_of(outset(place.rect, field.gap), field.taken)) continue;
    if (!free_of(place.rect, keep_clear)) continue;
    const double cost = place.cost + kBusynessCost * field.busyness(place.rect);
    if (cost >= best_cost) continue;
    best = place.rect;
    best_cost = cost;
  }
  return best;
}

std::optional<Rect> place_label(const LabelRequest& request, const LabelField& field) {
  auto places = beside(request.box, request.size, field.gap);
  const auto far = everywhere(request.box, request.size, field);
  places.insert(places.end(), far.begin(), far.end());
  if (const auto place = cheapest(places, request.box, field, field.keep_clear)) return place;
  // A page full of boxes: better on another box than nowhere.
  return cheapest(places, request.box, field, {});
}

}  // namespace

std::vector<std::optional<Rect>> place_labels(std::span<const LabelRequest> requests,
                                              const LabelField& field) {
  LabelField left = field;
  std::vector<std::optional<Rect>> places;
  for (const LabelRequest& request : requests) {
    places.push_back(place_label(request, left));
    if (places.back()) left.taken.push_back(*places.back());
  }
  return places;
}

double distance(const Rect& a, const Rect& b) {
  const auto [from, to] = bridge(a, b);
  return std::hypot(to.x - from.x, to.y - from.y);
}

std::pair<Point, Point> bridge(const Rect& a, const Rect& b) {
  // Along one axis: where the intervals overlap, the middle of what they share; else the two ends
  // that face each other.
  const auto across = [](double a0, double a1, double b0, double b1) -> std::pair<double, double> {
    const double low = std::max(a0, b0);
    const double high = std::min(a1, b1);
    if (low <= high) return {(low + high) / 2, (low + high) / 2};
    return a1 < b0 ? std::pair{a1, b0} : std::pair{a0, b1};
  };
  const auto [ax, bx] = across(a.x, a.x + a.width, b.x, b.x + b.width);
  const auto [ay, by] = across(a.y, a.y + a.height, b.y, b.y + b.height);
  return {{ax, ay}, {bx, by}};
}

Rect outset(const Rect& rect, double by) {
  return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

}  // namespace vermilion::service::overlay
