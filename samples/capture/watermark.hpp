#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// 仅供办理数字证书使用 and the like, laid over the picture by an application: grey or red, once
// across the page or in rows.
void watermark(Picture& picture, double dpi, double opacity, Random random);

// One line of it across a place on the sheet.
void watermark_across(Picture& picture, double dpi, Point place, double opacity, Random random);

}  // namespace vermilion::samples::capture
