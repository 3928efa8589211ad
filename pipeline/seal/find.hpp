#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/outline.hpp"
#include "pipeline/seal/rim.hpp"

#include <optional>
#include <vector>

namespace vermilion::pipeline::seal {

// An impression on the page; the outline in pixels of the full-size page.
struct Impression {
  Outline outline;
  Rim rim;
  bool red = true;  // false: found by shape alone, in grey
};

struct Found {
  std::vector<Impression> impressions;  // strongest first
  std::optional<Outline> emblem;        // a filled red disc, as the national emblem on a licence
};

// Red seals: rings by voting, then ovals and rectangles among what is left.
Found find_red(const page::Pyramid& pyramid, const page::Light& light);

// Rings in the brightness alone, for copies without colour. A page full of text costs ten times a
// search by colour, so ask only where none was found. `radius_px` bounds the rings looked for, in
// pixels of the page.
Found find_grey(const page::Pyramid& pyramid, const page::Light& light, float radius_min_px,
                float radius_max_px);

}  // namespace vermilion::pipeline::seal
