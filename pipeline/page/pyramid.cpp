#include "pipeline/page/pyramid.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <utility>

namespace vermilion::pipeline::page {
namespace {

// Nothing is looked for in a picture smaller than this.
constexpr int kCoarsestSide = 128;

// An odd last row or column is left out: repeating it would copy the picture.
cv::Mat half(const cv::Mat& image) {
  const cv::Size size(image.cols / 2, image.rows / 2);
  cv::Mat reduced;
  cv::resize(image(cv::Rect(0, 0, 2 * size.width, 2 * size.height)), reduced, size, 0, 0,
             cv::INTER_AREA);
  return reduced;
}

cv::Mat made_or_half(const cv::Mat& made, const cv::Mat& image) {
  return made.empty() ? half(image) : made;
}

bool worth_halving(const cv::Mat& image) {
  return std::max(image.cols, image.rows) >= 2 * kCoarsestSide &&
         std::min(image.cols, image.rows) >= 8;
}

}  // namespace

Pyramid::Pyramid(codec::Planes planes) {
  luma_.push_back(std::move(planes.luma));
  luma_.push_back(made_or_half(planes.luma_half, luma_[0]));
  if (worth_halving(luma_[1])) luma_.push_back(made_or_half(planes.luma_quarter, luma_[1]));
  while (worth_halving(luma_.back())) luma_.push_back(half(luma_.back()));
  if (planes.cr.empty()) return;
  // Decoded colour is rounded up; cut to the size of the luma at its level.
  const cv::Rect first_level(0, 0, luma_[0].cols / 2, luma_[0].rows / 2);
  cb_.push_back(planes.cb(first_level));
  cr_.push_back(planes.cr(first_level));
  if (luma_.size() > 2) {
    cb_.push_back(made_or_half(planes.cb_quarter, cb_[0]));
    cr_.push_back(made_or_half(planes.cr_quarter, cr_[0]));
  }
  while (cr_.size() + 1 < luma_.size()) {
    cb_.push_back(half(cb_.back()));
    cr_.push_back(half(cr_.back()));
  }
}

int Pyramid::level_with_side(int pixels) const {
  int level = levels() - 1;
  while (level > 0 && std::max(luma(level).cols, luma(level).rows) < pixels) --level;
  return level;
}

int Pyramid::level_where(float page_px, float below) const {
  int level = 0;
  while (level + 1 < levels() && page_px >= below) {
    page_px /= 2;
    ++level;
  }
  return level;
}

}  // namespace vermilion::pipeline::page
