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
};

// Red seals: rings by voting, then ovals and rectangles among what is left.
Found find_red(const page::Pyramid& pyramid, const page::Light& light);

// Red rings by their darkness where the paper has a tinge of red: seals that are faint, small, or
// beside so much red that their own edges are outvoted. A second look, for pages where the first
// saw no ring; `explained` is what it saw.
std::vector<Impression> find_tinged(const page::Pyramid& pyramid, const page::Light& light,
                                    const Found& explained);

// Rings in the brightness alone, for copies without colour. A page full of text costs ten times a
// search by colour, so ask only where none was found. `radius_px` bounds the rings looked for, in
// pixels of the page.
Found find_grey(const page::Pyramid& pyramid, const page::Light& light, float radius_min_px,
                float radius_max_px);

}  // namespace vermilion::pipeline::seal
