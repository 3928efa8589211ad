#include "samples/capture/shot.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace vermilion::samples::capture {
namespace {

constexpr double kMmPerInch = 25.4;

// OpenCV counts from the middle of the first pixel.
Transform from_pixel_centres(const Transform& transform) {
  return shifted_by(-0.5, -0.5) * transform * shifted_by(0.5, 0.5);
}

// The image of one millimetre along a line of text.
cv::Point2d direction_at(const Shot& shot, Point at) {
  return apply(shot.place, {at.x + 0.5, at.y}) - apply(shot.place, {at.x - 0.5, at.y});
}

}  // namespace

Transform scaled_by(double factor) {
  return {factor, 0, 0, 0, factor, 0, 0, 0, 1};
}

Transform shifted_by(double x, double y) {
  return {1, 0, x, 0, 1, y, 0, 0, 1};
}

Transform turned_by(double clockwise_deg, cv::Point2d centre) {
  const double angle = clockwise_deg * std::numbers::pi / 180;
  const Transform turn{
      std::cos(angle), -std::sin(angle), 0, std::sin(angle), std::cos(angle), 0, 0, 0, 1};
  return shifted_by(centre.x, centre.y) * turn * shifted_by(-centre.x, -centre.y);
}

cv::Point2d apply(const Transform& transform, cv::Point2d point) {
  const cv::Vec3d image = transform * cv::Vec3d(point.x, point.y, 1);
  return {image[0] / image[2], image[1] / image[2]};
}

Shot sheet(Picture page, double dpi) {
  return {std::move(page), scaled_by(dpi / kMmPerInch)};
}

Shot warped(const Shot& shot, const Transform& to_frame, cv::Size frame, const cv::Vec3b& outside) {
  Shot result{Picture(frame), to_frame * shot.place, shot.perspective};
  cv::warpPerspective(shot.picture, result.picture, from_pixel_centres(to_frame), frame,
                      cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                      cv::Scalar(outside[0], outside[1], outside[2]));
  return result;
}

Shot laid_over(const Shot& shot, const Transform& to_frame, Picture frame) {
  Shot result{std::move(frame), to_frame * shot.place, shot.perspective};
  cv::warpPerspective(shot.picture, result.picture, from_pixel_centres(to_frame),
                      result.picture.size(), cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
  return result;
}

Shot cut(const Shot& shot, const cv::Rect& part) {
  return {shot.picture(part).clone(), shifted_by(-part.x, -part.y) * shot.place, shot.perspective};
}

std::optional<pipeline::Box> box_in(const Shot& shot, const std::vector<Point>& outline) {
  std::vector<cv::Point2d> image;
  image.reserve(outline.size());
  for (const Point& point : outline) image.push_back(apply(shot.place, {point.x, point.y}));
  const auto [left, right] = std::ranges::minmax(image, {}, &cv::Point2d::x);
  const auto [top, bottom] = std::ranges::minmax(image, {}, &cv::Point2d::y);
  const int x0 = std::max(0, static_cast<int>(std::floor(left.x)));
  const int y0 = std::max(0, static_cast<int>(std::floor(top.y)));
  const int x1 = std::min(shot.picture.cols, static_cast<int>(std::ceil(right.x)));
  const int y1 = std::min(shot.picture.rows, static_cast<int>(std::ceil(bottom.y)));
  if (x1 <= x0 || y1 <= y0) return std::nullopt;
  return pipeline::Box{x0, y0, x1 - x0, y1 - y0};
}

double density_at(const Shot& shot, Point on_sheet) {
  const cv::Point2d millimetre = direction_at(shot, on_sheet);
  return std::hypot(millimetre.x, millimetre.y) * kMmPerInch;
}

double slope_at(const Shot& shot, Point on_sheet) {
  const cv::Point2d millimetre = direction_at(shot, on_sheet);
  return std::atan2(millimetre.y, millimetre.x) * 180 / std::numbers::pi;
}

}  // namespace vermilion::samples::capture
