#pragma once

#include "models/training/pen.hpp"
#include "models/training/random.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

// Lines of print as training material: rendered from fonts, worn as print, copy and camera wear it.
namespace vermilion::models {

struct PrintedLine {
  cv::Mat image;  // 8 bit grey, dark print on a lighter ground
  std::vector<PrintedGlyph> glyphs;
  cv::Point2f centre;  // of the line's middle height
  float length = 0;
  float capital_height = 0;
  float slope_rad = 0;
};

// A line as it may stand on a licence: a code-like run, often with Han characters, brackets or
// other numbers beside it, in one of the installed faces, digits 6 to 34 pixels high.
PrintedLine printed_line(Random& random);

// A block of running text as it stands on a page, of Han characters and some numbers, upright.
cv::Mat printed_block(Random& random);

}  // namespace vermilion::models
