#include "pipeline/page/red_light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::pipeline::page {
namespace {

constexpr double kRedOfCr = 1.402;
constexpr double kNeutral = 128;

// Colour of a part of level 0, which is stored at half its size; an odd last row or column is not
// stored, and the one before it stands for it.
cv::Mat cr_at_full_size(const Pyramid& pyramid, cv::Rect within) {
  const cv::Mat& cr = pyramid.cr(1);
  const cv::Point corner(std::min(within.x / 2, cr.cols - 1), std::min(within.y / 2, cr.rows - 1));
  const cv::Size full(within.x % 2 + within.width, within.y % 2 + within.height);
  const cv::Size half((full.width + 1) / 2, (full.height + 1) / 2);
  cv::Mat doubled;
  cv::resize(cr(cv::Rect(corner, half) & cv::Rect({}, cr.size())), doubled, half * 2, 0, 0,
             cv::INTER_LINEAR);
  return doubled(cv::Rect({within.x % 2, within.y % 2}, within.size()));
}

}  // namespace

cv::Mat red_light(const Pyramid& pyramid, int level, cv::Rect within) {
  const cv::Mat luma = pyramid.luma(level)(within);
  if (!pyramid.coloured()) return luma.clone();
  const cv::Mat cr = level == 0 ? cr_at_full_size(pyramid, within) : pyramid.cr(level)(within);
  cv::Mat red;
  cv::addWeighted(luma, 1, cr, kRedOfCr, -kRedOfCr * kNeutral, red);
  return red;
}

}  // namespace vermilion::pipeline::page
