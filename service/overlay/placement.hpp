#pragma once

#include <opencv2/core/types.hpp>

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

// Where labels stand: geometry alone, no pixels.
namespace vermilion::service::overlay {

using Rect = cv::Rect2d;
using Size = cv::Size2d;
using Point = cv::Point2d;

// A label of this size belongs to this box.
struct LabelRequest {
  Rect box;
  Size size;
};

// Where labels may stand.
struct LabelField {
  Rect area;
  double gap;                         // between a label and its box, and between labels
  std::vector<Rect> keep_clear = {};  // left free as long as there is room elsewhere
  std::vector<Rect> taken = {};       // never stood upon
  // How much a label would hide there, 0 nothing … 1.
  std::function<double(const Rect&)> busyness = [](const Rect&) { return 0.0; };
};

// Gives every label a place, in the order of the requests: near to its box, on ground that is not
// busy, inside the area, never on its own box, never touching another label. A label for which
// there is no room gets none.
[[nodiscard]] std::vector<std::optional<Rect>> place_labels(std::span<const LabelRequest> requests,
                                                            const LabelField& field);

// The shortest way from one rectangle to the other; zero when they touch.
[[nodiscard]] double distance(const Rect& a, const Rect& b);

// The ends of that way: a point of `a` and one of `b`.
[[nodiscard]] std::pair<Point, Point> bridge(const Rect& a, const Rect& b);

// The rectangle with so much more on every side.
[[nodiscard]] Rect outset(const Rect& rect, double by);

}  // namespace vermilion::service::overlay
