#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

#include <opencv2/core/types.hpp>

#include <array>
#include <vector>

namespace vermilion::pipeline::qr {

// Gaps between the modules of a symbol that may have to close up before it stands out as one patch,
// in pixels of the level they are looked for at. Small symbols need the small ones, or they grow
// together with what stands beside them.
inline constexpr std::array kGaps{1, 3, 5};

// Where QR symbols may be: patches of print about as wide as high, half covered, with many changes
// between dark and light both ways. In pixels of the page, without the quiet zone; largest first.
std::vector<cv::Rect> locate(const page::Pyramid& pyramid, const page::Light& light,
                             const page::TextLines& lines, int gap);

}  // namespace vermilion::pipeline::qr
