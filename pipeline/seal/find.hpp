#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/impression.hpp"

#include <optional>
#include <vector>

namespace vermilion::pipeline::seal {

struct Found {
  std::vector<Impression> impressions;  // strongest first
  std::optional<Outline> emblem;        // a filled red disc, as the national emblem on a licence
  std::vector<cv::Rect2f> doubtful;     // where red of a seal's size is none of these
};

// Red seals: rings by voting, then ovals and rectangles among what is left.
Found find_red(const page::Pyramid& pyramid, const page::Light& light);

// Does the place lie in a seal or in the emblem?
bool is_known(const Found& found, cv::Point2f place);

// Is there a seal, and nothing doubtful beside it?
bool is_explained(const Found& found);

// Red rings by their darkness where the paper has a tinge of red: seals that are faint, small, or
// beside so much red that their own edges are outvoted. A second look, for pages that the first
// left unexplained.
void add_tinged(Found& found, const page::Pyramid& pyramid, const page::Light& light);

// Rings in the brightness alone, for copies without colour. A page full of text costs ten times a
// search by colour, so ask only where none was found. `radius_px` bounds the rings looked for, in
// pixels of the page.
Found find_grey(const page::Pyramid& pyramid, const page::Light& light, float radius_min_px,
                float radius_max_px);

}  // namespace vermilion::pipeline::seal
