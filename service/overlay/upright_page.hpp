#pragma once

#include "pipeline/report.hpp"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <span>

namespace vermilion::service::overlay {

// The page of a scan as the report's boxes see it: decoded anew (an inspection keeps no pixels) and
// turned upright, 8 bit BGR. Empty when the report says that nothing could be decoded.
[[nodiscard]] cv::Mat upright_page(std::span<const std::byte> bytes, const pipeline::Report& report,
                                   std::size_t max_bytes);

}  // namespace vermilion::service::overlay
