#pragma once

#include "pipeline/codec/planes.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace vermilion::pipeline::page {

// The picture at full size, half, quarter, … Level k is 1 / 2^k of the upright page. Made by half
// steps: four pixels into one costs a twentieth of a reduction in one go. Level 1 is always there.
class Pyramid {
 public:
  explicit Pyramid(codec::Planes planes);

  int levels() const { return static_cast<int>(luma_.size()); }
  bool coloured() const { return !cr_.empty(); }

  const cv::Mat& luma(int level) const { return luma_[static_cast<std::size_t>(level)]; }
  // Colour begins at level 1. Only when coloured().
  const cv::Mat& cb(int level) const { return cb_[static_cast<std::size_t>(level - 1)]; }
  const cv::Mat& cr(int level) const { return cr_[static_cast<std::size_t>(level - 1)]; }

  // The coarsest level whose longer side still has this many pixels; 0 when none has.
  int level_with_side(int pixels) const;

  // The finest level at which a length on the page has fewer pixels than `below`; the coarsest when
  // none has.
  int level_where(float page_px, float below) const;

 private:
  std::vector<cv::Mat> luma_;
  std::vector<cv::Mat> cb_;
  std::vector<cv::Mat> cr_;
};

}  // namespace vermilion::pipeline::page
