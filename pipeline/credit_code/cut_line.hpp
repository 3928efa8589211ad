#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::credit_code {

// A line cut out of the page in red light, straight and as large as the trained reader wants it.
struct CutLine {
  cv::Mat picture;      // 8 bit, kLineRows x kLineColumns
  cv::Matx23f to_page;  // from its pixels to those of the page
};

// How a line is cut out. Where the first way reads nothing, another may.
struct Cut {
  bool reversed = false;   // from its end to its beginning, upside down
  float height = 1;        // against the height found
  float overhang = 0.06F;  // beyond either end, as a share of the length
  bool measured = true;    // height and middle taken from the print, not from the line
};

CutLine cut_line(const page::Pyramid& pyramid, const page::TextLine& line, const Cut& cut);

}  // namespace vermilion::pipeline::credit_code
