#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

namespace vermilion::pipeline::page {

// How the picture was taken.
struct Capture {
  double photo = 0;         // 0 flat scan … 1 photo
  double shading = 0;       // how much the paper darkens across the page, share of its brightness
  double surroundings = 0;  // share of the border that shows something darker than paper
  double convergence_deg = 0;  // by how much lines at the top and at the bottom are not parallel
};

// A scanner lights the sheet evenly and shows nothing else; a camera does neither. One cue alone is
// weak (a book scanner shades, a cropped photo shows no desk), so they are weighed together.
Capture capture_of(const Pyramid& pyramid, const Light& light, const TextLines& lines);

}  // namespace vermilion::pipeline::page
