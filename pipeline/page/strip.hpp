#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

#include <opencv2/core/mat.hpp>
#include <opencv2/core/types.hpp>

namespace vermilion::pipeline::page {

// A line of print cut out of the page: straight, at one height for all sizes of print, its
// background levelled, so that what reads it sees ink and nothing else.
struct Strip {
  cv::Mat darkness;       // 8 bit: 0 paper … 255 full ink
  cv::Matx23f to_page;    // from pixels of the strip to pixels of the page
  float enlargement = 1;  // strip pixels per page pixel; above 1 the print was small

  cv::Point2f page_point(float x, float y) const;
};

// Characters of the line come out about this many pixels high.
inline constexpr int kStripCharacterHeight = 24;

// The line itself begins and ends this many pixels from the ends of its strip; what stands beyond
// belongs to neighbours.
inline constexpr int kStripMargin = 24;

Strip strip_of(const Pyramid& pyramid, const TextLine& line);

}  // namespace vermilion::pipeline::page
