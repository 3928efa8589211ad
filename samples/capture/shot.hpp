#pragma once

#include "pipeline/finding.hpp"
#include "samples/geometry.hpp"
#include "samples/picture.hpp"

#include <optional>
#include <vector>

namespace vermilion::samples::capture {

// A map of the plane. Pixels count from the outer edge of the first one, so that millimetres,
// pixels and boxes meet without halves.
using Transform = cv::Matx33d;

[[nodiscard]] Transform scaled_by(double factor);
[[nodiscard]] Transform shifted_by(double x, double y);
[[nodiscard]] Transform turned_by(double clockwise_deg, cv::Point2d centre);
[[nodiscard]] cv::Point2d apply(const Transform& transform, cv::Point2d point);

// The page on its way to a file: its pixels, and where a place on the sheet lies in them.
struct Shot {
  Picture picture;
  Transform place;  // millimetres on the sheet to pixels
  bool perspective = false;
  std::optional<pipeline::Box> page_area = {};  // where a frame surrounds it
};

[[nodiscard]] Shot sheet(Picture page, double dpi);

// The picture seen through a transform of its pixels, in a frame of another size.
[[nodiscard]] Shot warped(const Shot& shot, const Transform& to_frame, cv::Size frame,
                          const cv::Vec3b& outside);

// The same laid over what the frame already shows.
[[nodiscard]] Shot laid_over(const Shot& shot, const Transform& to_frame, Picture frame);

// Only this part of the picture.
[[nodiscard]] Shot cut(const Shot& shot, const cv::Rect& part);

// The box around the image of an outline on the sheet, cut to the picture.
[[nodiscard]] std::optional<pipeline::Box> box_in(const Shot& shot,
                                                  const std::vector<Point>& outline);

// Pixels per inch at a place of the sheet, along its lines.
[[nodiscard]] double density_at(const Shot& shot, Point on_sheet);

// How far the lines fall to the right there, in degrees.
[[nodiscard]] double slope_at(const Shot& shot, Point on_sheet);

}  // namespace vermilion::samples::capture
