#pragma once

#include "pipeline/codec/planes.hpp"

namespace vermilion::pipeline::page {

// The picture turned clockwise by 0, 90, 180 or 270 degrees. A pixel of colour lies on two rows and
// two columns of brightness, counted from the upper left: where another corner comes to lie there
// and the rows or columns are odd in number, colour is moved by the half pixel that it is off.
codec::Planes turned(const codec::Planes& planes, int clockwise_deg);

}  // namespace vermilion::pipeline::page
