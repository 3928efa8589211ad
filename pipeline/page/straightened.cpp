#include "pipeline/page/straightened.hpp"

#include "pipeline/page/red_light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::page {
namespace {

constexpr int kReach = 2;  // of the interpolation, in pixels

cv::Point2d at(const cv::Matx33d& map, double x, double y) {
  const cv::Vec3d there = map * cv::Vec3d(x, y, 1);
  return {there[0] / there[2], there[1] / there[2]};
}

// Page pixels for each pixel of the picture, in its middle.
double step_of(const cv::Matx33d& to_page, cv::Size size) {
  const double x = size.width / 2.0;
  const double y = size.height / 2.0;
  return cv::norm(at(to_page, x + 0.5, y) - at(to_page, x - 0.5, y));
}

cv::Matx33d to_level(const cv::Matx33d& to_page, int level) {
  const double scale = 1.0 / (1 << level);
  // Centres of pixels: coordinate x of the page is (x + 0.5) / 2^level - 0.5 of the level.
  const double half = 0.5 * scale - 0.5;
  return cv::Matx33d(scale, 0, half, 0, scale, half, 0, 0, 1) * to_page;
}

cv::Rect part_under(const cv::Matx33d& map, cv::Size size, cv::Size level) {
  std::vector<cv::Point2f> corners;
  for (const double x : {0.0, static_cast<double>(size.width)}) {
    for (const double y : {0.0, static_cast<double>(size.height)})
      corners.emplace_back(at(map, x, y));
  }
  cv::Rect box = cv::boundingRect(corners);
  box -= cv::Point(kReach, kReach);
  box += cv::Size(2 * kReach, 2 * kReach);
  return box & cv::Rect({}, level);
}

cv::Mat part_of(const Pyramid& pyramid, Plane plane, int level, cv::Rect part) {
  switch (plane) {
    case Plane::Luma:
      return pyramid.luma(level)(part);
    case Plane::RedLight:
      return red_light(pyramid, level, part);
    case Plane::Cb:
      return pyramid.cb(level)(part);
    case Plane::Cr:
      return pyramid.cr(level)(part);
  }
  return {};
}

}  // namespace

cv::Mat straightened(const Pyramid& pyramid, const cv::Matx33d& to_page, cv::Size size,
                     Plane plane) {
  const bool colour = plane == Plane::Cb || plane == Plane::Cr;
  if (colour && !pyramid.coloured()) return {};
  const int fitting = pyramid.level_where(static_cast<float>(step_of(to_page, size)), 2);
  const int level = std::max(fitting, colour ? 1 : 0);
  cv::Matx33d map = to_level(to_page, level);
  const cv::Rect part = part_under(map, size, pyramid.luma(level).size());
  if (part.empty()) return cv::Mat(size, CV_8U, cv::Scalar(colour ? 128 : 255));
  map = cv::Matx33d(1, 0, -part.x, 0, 1, -part.y, 0, 0, 1) * map;
  const bool enlarged = step_of(to_page, size) < 1;
  cv::Mat picture;
  cv::warpPerspective(part_of(pyramid, plane, level, part), picture, map, size,
                      (enlarged ? cv::INTER_CUBIC : cv::INTER_LINEAR) | cv::WARP_INVERSE_MAP,
                      cv::BORDER_REPLICATE);
  return picture;
}

}  // namespace vermilion::pipeline::page
