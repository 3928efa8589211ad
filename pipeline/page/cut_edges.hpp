#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

#include <string>
#include <vector>

namespace vermilion::pipeline::page {

// Edges of the picture that something printed runs into, in the order "left", "right", "top",
// "bottom": lines of print end there, or strokes, such as those of a frame, meet it. A stroke that
// runs from one edge to the opposite one is a fold or a streak of the scanner and tells nothing;
// white paper that was cut away leaves no trace.
std::vector<std::string> cut_edges(const Pyramid& pyramid, const Light& light,
                                   const TextLines& lines);

}  // namespace vermilion::pipeline::page
