#include "service/overlay/to_bgr.hpp"

#include <opencv2/imgproc.hpp>

#include <cassert>
#include <vector>

namespace vermilion::service::overlay {
namespace {

cv::Mat full_size(const cv::Mat& half, cv::Size size) {
  cv::Mat full;
  cv::resize(half, full, size, 0, 0, cv::INTER_LINEAR);
  return full;
}

}  // namespace

cv::Mat to_bgr(const pipeline::codec::Planes& planes) {
  cv::Mat bgr;
  if (!planes.coloured()) {
    cv::cvtColor(planes.luma, bgr, cv::COLOR_GRAY2BGR);
    return bgr;
  }
  // OpenCV wants Cr before Cb.
  const std::vector<cv::Mat> channels{planes.luma, full_size(planes.cr, planes.luma.size()),
                                      full_size(planes.cb, planes.luma.size())};
  cv::Mat ycrcb;
  cv::merge(channels, ycrcb);
  cv::cvtColor(ycrcb, bgr, cv::COLOR_YCrCb2BGR);
  return bgr;
}

cv::Mat turned(const cv::Mat& picture, int clockwise_deg) {
  assert(clockwise_deg % 90 == 0 && clockwise_deg >= 0 && clockwise_deg < 360);
  if (clockwise_deg == 0) return picture;
  cv::Mat result;
  cv::rotate(picture, result,
             clockwise_deg == 90    ? cv::ROTATE_90_CLOCKWISE
             : clockwise_deg == 180 ? cv::ROTATE_180
                                    : cv::ROTATE_90_COUNTERCLOCKWISE);
  return result;
}

}  // namespace vermilion::service::overlay
