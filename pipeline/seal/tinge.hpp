#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::seal {

// Ink by its darkness, wherever the paper has a tinge of red. A small picture keeps its colour in
// patches wider than a rim, and weakly, while its brightness keeps every stroke. Both are held
// against the paper near by, since the light of a photo falls off and tints.
class TingedInk {
 public:
  // The tinge is taken at `level` of the pyramid, 1 or coarser.
  TingedInk(const page::Pyramid& pyramid, const page::Light& light, int level);

  // How red against the paper near by, smooth; at the level it was taken.
  const cv::Mat& tinge() const { return tinge_; }
  int level() const { return level_; }

  // How much darker than the paper near by, 0 where there is no tinge; all of a level, or a part.
  cv::Mat at(int level) const;
  cv::Mat at(int level, cv::Rect within) const;

 private:
  const page::Pyramid& pyramid_;
  int level_;
  cv::Mat paper_;  // brightness of the paper near by
  cv::Mat tinge_;
};

}  // namespace vermilion::pipeline::seal
