#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

#include <vector>

namespace vermilion::pipeline::page {

// A stretch of characters side by side. In pixels of the full-size page.
struct TextLine {
  cv::Point2f centre;
  float length = 0;
  float height = 0;     // of the characters
  float slope_rad = 0;  // positive when the line falls to the right

  cv::Rect2f bounds() const;
};

struct TextLines {
  int level = 0;                // of the pyramid, where they were looked for
  cv::Mat print;                // there: 255 where the page is darker than its neighbourhood
  std::vector<TextLine> lines;  // from top to bottom
};

// Which print counts. All: down to what a watermark or a worn ribbon leaves. Dark: without
// watermarks and guilloches, which join the print they cross into something that is no line.
enum class Print { All, Dark };

// Candidates for lines of print, found as dark runs that close up along the rows. Ornament, tables
// and pictures give candidates too; who reads them has to find out.
TextLines text_lines_of(const Pyramid& pyramid, const Light& light, Print print = Print::All);

}  // namespace vermilion::pipeline::page
