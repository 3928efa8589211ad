#include "pipeline/seal/blobs.hpp"

#include "pipeline/limits.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numbers>

namespace vermilion::pipeline::seal {
namespace {

using Contour = std::vector<cv::Point>;

constexpr float kSideMin = 10;       // in pixels of the mask; below it no rim can be told
constexpr float kAspectMin = 0.42F;  // 45 x 20 mm, the flattest seal in use
constexpr float kPageShareMax = 1.0F;

// Hull against the rectangle around it: 1 for a rectangle, 0.875 for one that lacks a corner under
// another seal, pi/4 = 0.785 for an ellipse. In between it may be either.
constexpr double kRectangleFrom = 0.75;
constexpr double kEllipseFrom = 0.70;
constexpr double kEllipseTo = 0.86;
constexpr std::size_t kEllipsePoints = 6;  // of a hull; five fix an ellipse whatever they come from

Outline outline_of(const cv::RotatedRect& box, bool angular) {
  Outline outline{.angular = angular,
                  .centre = box.center,
                  .half_width = box.size.width / 2,
                  .half_height = box.size.height / 2,
                  .angle_rad = box.angle * std::numbers::pi_v<float> / 180};
  if (outline.half_width < outline.half_height) {
    std::swap(outline.half_width, outline.half_height);
    outline.angle_rad += std::numbers::pi_v<float> / 2;
  }
  return outline;
}

void add_outlines(std::vector<Outline>& outlines, const Contour& contour, cv::Size page) {
  std::vector<cv::Point> hull;
  cv::convexHull(contour, hull);
  if (hull.size() < 3) return;
  const cv::RotatedRect box = cv::minAreaRect(hull);
  const float shorter = std::min(box.size.width, box.size.height);
  const float longer = std::max(box.size.width, box.size.height);
  if (shorter < kSideMin || shorter < kAspectMin * longer) return;
  if (longer > kPageShareMax * static_cast<float>(std::max(page.width, page.height))) return;
  const double filled = cv::contourArea(hull) / static_cast<double>(box.size.area());
  if (filled >= kEllipseFrom && filled <= kEllipseTo && hull.size() >= kEllipsePoints) {
    outlines.push_back(outline_of(cv::fitEllipseDirect(hull), /*angular=*/false));
  }
  if (filled > kRectangleFrom) outlines.push_back(outline_of(box, /*angular=*/true));
}

// Strokes of one patch stand apart by less than two pixels.
std::vector<Contour> contours_of(const cv::Mat& mask) {
  cv::Mat closed;
  cv::morphologyEx(mask, closed, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_ELLIPSE, cv::Size(5, 5)));
  std::vector<Contour> contours;
  cv::findContours(closed, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  return contours;
}

}  // namespace

std::vector<cv::Rect> patches(const cv::Mat& mask) {
  std::vector<cv::Rect> boxes;
  for (const Contour& contour : contours_of(mask)) boxes.push_back(cv::boundingRect(contour));
  return boxes;
}

std::vector<Outline> blobs(const cv::Mat& mask) {
  std::vector<Outline> outlines;
  for (const Contour& contour : contours_of(mask)) {
    add_outlines(outlines, contour, mask.size());
  }
  std::ranges::stable_sort(outlines, std::greater{}, &Outline::mean_radius);
  if (outlines.size() > limits::kSeals) outlines.resize(limits::kSeals);
  return outlines;
}

}  // namespace vermilion::pipeline::seal
