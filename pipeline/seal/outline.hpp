#pragma once

#include "pipeline/report.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <algorithm>

namespace vermilion::pipeline::seal {

// Where the rim of a seal runs: an ellipse, or a rectangle. In pixels of whatever picture it was
// found in; `scaled` takes it to another level of the pyramid.
struct Outline {
  bool angular = false;  // a rectangle, not an ellipse
  cv::Point2f centre;
  float half_width =
      0;  // to the middle of the rim, along the first axis; not less than half_height
  float half_height = 0;
  float angle_rad = 0;  // of the first axis against the x axis, clockwise on the page

  SealShape shape() const;
  float mean_radius() const { return (half_width + half_height) / 2; }
  float aspect() const { return half_height / half_width; }

  Outline scaled(float factor) const;

  // The point at `turn` (0 … 1 once around) and `reach` (1 on the rim, 0 at the centre).
  cv::Point2f at(float turn, float reach) const;

  // The reach of a point: the other way round.
  float reach_of(cv::Point2f point) const;

  cv::Rect2f bounds() const;
  double area() const;  // within the rim
};

// The picture under the outline, straightened: a row per step of reach from `inner` to `outer`, a
// column per step of turn. Bilinear; what lies outside the picture repeats its border.
struct Unrolled {
  cv::Mat pixels;  // 8 bit, reaches x turns
  float inner = 0;
  float outer = 0;

  // Here to be inlined: the bounds of many short loops.
  int row_of(float reach) const {
    const float row = (reach - inner) / (outer - inner) * static_cast<float>(pixels.rows - 1);
    return std::clamp(static_cast<int>(row + 0.5F), 0, pixels.rows - 1);
  }
};
Unrolled unroll(const cv::Mat& image, const Outline& outline, float inner, float outer, int reaches,
                int turns);

}  // namespace vermilion::pipeline::seal
