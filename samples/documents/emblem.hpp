#pragma once

#include "samples/canvas.hpp"

namespace vermilion::samples::documents {

// A red disc with gold stars and gate within a gold wreath, after the national emblem: to a mask of
// red it looks like one more seal. Returns its box.
Rect draw_emblem(Canvas& page, Point centre, double diameter);

}  // namespace vermilion::samples::documents
