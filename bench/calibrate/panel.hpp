#pragma once

#include "bench/calibrate/canvas.hpp"
#include "bench/calibrate/figure.hpp"

namespace vermilion::calibrate {

// To be read at its own size, which fits a phone.
inline constexpr double kPanelWidth = 480;
inline constexpr double kPanelHeight = 330;

// Draws a figure with its upper left corner at `origin`: the curves, the value in use as an upright
// line, and beside it, in the colour of each curve, what becomes of the scans there.
void draw(Canvas& canvas, Point origin, const Figure& figure);

// Heights at which labels can stand that want to be at `wanted`: in the same order, at least `gap`
// apart, between `top` and `bottom`, and as near as that allows.
[[nodiscard]] std::vector<double> spread_out(const std::vector<double>& wanted, double gap,
                                             double top, double bottom);

}  // namespace vermilion::calibrate
