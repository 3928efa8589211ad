#include "service/overlay/ground.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::service::overlay {
namespace {

// Labels are some twenty pixels high; finer than this nobody sees a difference.
constexpr double kScale = 0.25;

// Noise and shading of a scanner stay below, faint print above.
constexpr double kEdgeMin = 24;

}  // namespace

Ground::Ground(const cv::Mat& bgr, Point corner) : corner_(corner) {
  cv::Mat grey;
  cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
  cv::resize(grey, grey, {}, kScale, kScale, cv::INTER_AREA);
  cv::Mat edges;
  cv::morphologyEx(grey, edges, cv::MORPH_GRADIENT, cv::Mat::ones(3, 3, CV_8U));
  cv::threshold(edges, edges, kEdgeMin, 1, cv::THRESH_BINARY);
  cv::integral(edges, sums_, CV_32S);
}

double Ground::busyness(const Rect& rect) const {
  const auto column = [&](double x) {
    return std::clamp(static_cast<int>((x - corner_.x) * kScale), 0, sums_.cols - 1);
  };
  const auto row = [&](double y) {
    return std::clamp(static_cast<int>((y - corner_.y) * kScale), 0, sums_.rows - 1);
  };
  const int left = column(rect.x);
  const int right = column(rect.x + rect.width);
  const int top = row(rect.y);
  const int bottom = row(rect.y + rect.height);
  const int edges = sums_.at<int>(bottom, right) - sums_.at<int>(bottom, left) -
                    sums_.at<int>(top, right) + sums_.at<int>(top, left);
  return edges / std::max(1.0, rect.area() * kScale * kScale);
}

}  // namespace vermilion::service::overlay
