#pragma once

#include "pipeline/page/pyramid.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::page {

// The page as it looks in red light, where red seals, gold ornament and yellow paper fade and black
// print stays: the red of a conversion to RGB (ITU-T T.871). 8 bit; the luma where the page has no
// colour. `within` is a part of the level.
cv::Mat red_light(const Pyramid& pyramid, int level, cv::Rect within);

}  // namespace vermilion::pipeline::page
