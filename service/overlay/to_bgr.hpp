#pragma once

#include "pipeline/codec/planes.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::service::overlay {

// Brightness and half-size colour, as scans are decoded, put together to BGR.
[[nodiscard]] cv::Mat to_bgr(const pipeline::codec::Planes& planes);

// Turned clockwise by a multiple of 90 degrees.
[[nodiscard]] cv::Mat turned(const cv::Mat& picture, int clockwise_deg);

}  // namespace vermilion::service::overlay
