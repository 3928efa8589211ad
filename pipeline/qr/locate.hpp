#pragma once

#include <opencv2/core/types.hpp>
#include <vector>

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

namespace vermilion::pipeline::qr {

// Where QR symbols may be: patches of print about as wide as high, half covered, with many changes
// between dark and light both ways. In pixels of the page, without the quiet zone; largest first.
std::vector<cv::Rect> locate(const page::Pyramid& pyramid, const page::TextLines& lines);

}  // namespace vermilion::pipeline::qr
