#pragma once

#include <opencv2/core/mat.hpp>
#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace vermilion::service::overlay {

// 88: thin coloured lines and small type keep their edges; 95 costs twice the bytes and shows
// nothing more.
inline constexpr int kJpegQuality = 88;

// Encodes a picture of 8 bit BGR or BGRX. The error is libjpeg's own words.
[[nodiscard]] tl::expected<std::vector<std::byte>, std::string> encode_jpeg(
    const cv::Mat& picture, int quality = kJpegQuality);

}  // namespace vermilion::service::overlay
