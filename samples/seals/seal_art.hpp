#pragma once

#include "samples/canvas.hpp"
#include "samples/seals/seal_design.hpp"

namespace vermilion::samples::seals {

// Draws what the seal's face would print if it inked perfectly, around the origin of the canvas's
// current user space. The canvas is a mask.
void draw_face(Canvas& mask, const SealDesign& design);

// The path of the rim's middle line, without drawing it.
void trace_rim(Canvas& mask, const SealDesign& design);

// How long that path is.
[[nodiscard]] double rim_length(const SealDesign& design);

}  // namespace vermilion::samples::seals
