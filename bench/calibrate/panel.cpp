#include "bench/calibrate/panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace vermilion::calibrate {
namespace {

constexpr Colour kText{0.13, 0.13, 0.13};
constexpr Colour kQuiet{0.45, 0.45, 0.45};
constexpr Colour kHair{0.86, 0.86, 0.86};

// Apart for those, too, who see no difference between red and green.
Colour colour_of(Meaning meaning) {
  switch (meaning) {
    case Meaning::Wanted:
      return {0.10, 0.36, 0.56};
    case Meaning::Unwanted:
      return {0.82, 0.25, 0.16};
    case Meaning::Open:
      return {0.52, 0.48, 0.42};
    case Meaning::Misprinted:
      return {0.62, 0.40, 0.62};
  }
  return kText;
}

// Few sizes: an SVG holds the outlines of each letter once for each size.
constexpr double kHeading = 16;
constexpr double kFigure = 14;
constexpr double kWords = 11.5;
constexpr double kNotes = 10.5;

// The field of the curves, in the panel.
constexpr double kLeft = 46;
constexpr double kRight = 336;
constexpr double kTop = 82;
constexpr double kBottom = 238;

constexpr double kLabels = 350;   // they begin here, and ...
constexpr double kLabelGap = 32;  // ... are so far apart: two lines each

Point place(const Figure& figure, double value, double share) {
  return {kLeft + figure.axis.place(value) * (kRight - kLeft), kBottom - share * (kBottom - kTop)};
}

std::vector<Point> points_of(const Figure& figure, const Tally& tally) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < figure.values.size(); ++i) {
    // A level stretch needs its ends only.
    const bool level = i > 0 && i + 1 < figure.values.size() &&
                       tally.hits(i) == tally.hits(i - 1) && tally.hits(i) == tally.hits(i + 1);
    if (!level) points.push_back(place(figure, figure.values[i], tally.share(i)));
  }
  return points;
}

void draw_words(Canvas& canvas, const Figure& figure) {
  const double width = canvas.text({12, 26}, figure.heading, kHeading, kText, Align::Left, true);
  canvas.text({12 + width + 10, 26}, figure.heading_zh, kFigure, kText);
  canvas.text({12, 45}, figure.summary, kWords, kQuiet);
  const std::string unit = figure.unit.empty() ? "" : ", " + figure.unit;
  canvas.text({kLeft, 272}, figure.parameter + unit, kWords, kText, Align::Left, true);
  canvas.text({kLeft, 288}, figure.parameter_summary + "   " + figure.parameter_summary_zh, kWords,
              kQuiet);
  double y = 306;
  for (const std::string& note : figure.notes) {
    canvas.text({kLeft, y}, note, kNotes, kQuiet);
    y += 14;
  }
}

void draw_axes(Canvas& canvas, const Figure& figure) {
  for (const int percent : {0, 50, 100}) {
    const double y = kBottom - percent / 100.0 * (kBottom - kTop);
    canvas.line({{kLeft, y}, {kRight, y}}, 0.8, kHair);
    canvas.text({kLeft - 6, y + 4}, fmt::format("{}{}", percent, percent == 100 ? " %" : ""),
                kNotes, kQuiet, Align::Right);
  }
  for (const double tick : figure.axis.ticks()) {
    const double x = place(figure, tick, 0).x;
    canvas.line({{x, kBottom}, {x, kBottom + 4}}, 0.8, kQuiet);
    canvas.text({x, kBottom + 16}, fmt::format("{:g}", tick), kNotes, kQuiet, Align::Centre);
  }
}

void draw_band(Canvas& canvas, const Figure& figure, const Band& band) {
  std::vector<Point> outline = points_of(figure, band.strongest);
  const std::vector<Point> back = points_of(figure, band.mildest);
  outline.insert(outline.end(), back.rbegin(), back.rend());
  canvas.area(outline, colour_of(Meaning::Wanted), 0.13);
}

void draw_fallback(Canvas& canvas, const Figure& figure) {
  const double x = place(figure, figure.fallback, 0).x;
  canvas.line({{x, kTop - 6}, {x, kBottom}}, 1, kText, 0.7);
  canvas.text({x, kTop - 11}, with_unit(figure.fallback, figure.unit), kWords, kText, Align::Centre,
              true);
}

// From the curve at the value in use to its figure at the side.
void draw_label(Canvas& canvas, const Curve& curve, std::size_t in_use, Point at, double y) {
  const Colour colour = colour_of(curve.meaning);
  const std::string figure = percent(curve.tally.hits(in_use), curve.tally.scans());
  canvas.line({at, {kRight, at.y}, {kLabels - 5, y - 3}}, 0.7, colour, 0.45);
  canvas.dot(at, 3.2, colour);
  const double width = canvas.text({kLabels, y + 1}, figure, kFigure, colour, Align::Left, true);
  canvas.text({kLabels + width + 6, y + 1}, curve.label_zh, kWords, colour);
  canvas.text({kLabels, y + 14}, curve.name, kWords, colour);
}

void draw_labels(Canvas& canvas, const Figure& figure) {
  const std::size_t in_use = index_of_fallback(figure);
  const auto at = [&](const Curve* curve) {
    return place(figure, figure.fallback, curve->tally.share(in_use));
  };
  std::vector<const Curve*> from_top;
  for (const Curve& curve : figure.curves) from_top.push_back(&curve);
  std::ranges::stable_sort(from_top, {}, [&](const Curve* curve) { return at(curve).y; });
  std::vector<double> wanted;
  for (const Curve* curve : from_top) wanted.push_back(at(curve).y);
  const std::vector<double> heights = spread_out(wanted, kLabelGap, kTop, kBottom - 4);
  for (std::size_t i = 0; i < heights.size(); ++i)
    draw_label(canvas, *from_top[i], in_use, at(from_top[i]), heights[i]);
}

}  // namespace

std::vector<double> spread_out(const std::vector<double>& wanted, double gap, double top,
                               double bottom) {
  std::vector<double> heights = wanted;
  double least = top;
  for (double& height : heights) {
    height = std::max(height, least);
    least = height + gap;
  }
  double most = bottom;
  for (auto height = heights.rbegin(); height != heights.rend(); ++height) {
    *height = std::min(*height, most);
    most = *height - gap;
  }
  return heights;
}

void draw(Canvas& canvas, Point origin, const Figure& figure) {
  canvas.move_to(origin);
  draw_words(canvas, figure);
  draw_axes(canvas, figure);
  if (figure.band) draw_band(canvas, figure, *figure.band);
  draw_fallback(canvas, figure);
  for (const Curve& curve : figure.curves) {
    canvas.line(points_of(figure, curve.tally), 2, colour_of(curve.meaning));
  }
  draw_labels(canvas, figure);
}

}  // namespace vermilion::calibrate
