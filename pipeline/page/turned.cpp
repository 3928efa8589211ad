#include "pipeline/page/turned.hpp"

#include <opencv2/core.hpp>

namespace vermilion::pipeline::page {
namespace {

cv::Mat rotated(const cv::Mat& image, int clockwise_deg) {
  cv::Mat result;
  cv::rotate(image, result,
             clockwise_deg == 90    ? cv::ROTATE_90_CLOCKWISE
             : clockwise_deg == 180 ? cv::ROTATE_180
                                    : cv::ROTATE_90_COUNTERCLOCKWISE);
  return result;
}

// Between each column and the next; the last one has none.
cv::Mat between_columns(const cv::Mat& image) {
  const int last = image.cols - 1;
  cv::Mat between = image.clone();
  cv::addWeighted(image.colRange(0, last), 0.5, image.colRange(1, last + 1), 0.5, 0,
                  between.colRange(0, last));
  return between;
}

cv::Mat between_rows(const cv::Mat& image) {
  const int last = image.rows - 1;
  cv::Mat between = image.clone();
  cv::addWeighted(image.rowRange(0, last), 0.5, image.rowRange(1, last + 1), 0.5, 0,
                  between.rowRange(0, last));
  return between;
}

cv::Mat rotated_colour(const cv::Mat& colour, cv::Size luma, int clockwise_deg) {
  cv::Mat result = rotated(colour, clockwise_deg);
  // What was below comes to lie to the left by 90 degrees, and on top by 180; what was to the right
  // to the left by 180, and on top by 270.
  const bool odd_rows = luma.height % 2 != 0 && colour.rows > 1;
  const bool odd_columns = luma.width % 2 != 0 && colour.cols > 1;
  if (odd_rows && clockwise_deg == 90) result = between_columns(result);
  if (odd_rows && clockwise_deg == 180) result = between_rows(result);
  if (odd_columns && clockwise_deg == 180) result = between_columns(result);
  if (odd_columns && clockwise_deg == 270) result = between_rows(result);
  return result;
}

}  // namespace

codec::Planes turned(const codec::Planes& planes, int clockwise_deg) {
  if (clockwise_deg == 0) return planes;
  codec::Planes result{.luma = rotated(planes.luma, clockwise_deg), .cb = {}, .cr = {}};
  if (!planes.coloured()) return result;
  result.cb = rotated_colour(planes.cb, planes.luma.size(), clockwise_deg);
  result.cr = rotated_colour(planes.cr, planes.luma.size(), clockwise_deg);
  return result;
}

}  // namespace vermilion::pipeline::page
