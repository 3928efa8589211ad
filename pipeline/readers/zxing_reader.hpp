#pragma once

#include "pipeline/qr/symbol.hpp"

#include <opencv2/core/mat.hpp>

#include <vector>

namespace vermilion::pipeline::readers {

// QR symbols of an 8-bit grey picture, by zxing-cpp. Stateless and safe to call from
// several threads.
std::vector<qr::Symbol> zxing_symbols(const cv::Mat& luma);

}  // namespace vermilion::pipeline::readers
