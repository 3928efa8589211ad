#pragma once

#include "pipeline/page/pyramid.hpp"

#include <opencv2/core/mat.hpp>

#include <cstdint>

namespace vermilion::pipeline::page {

// What of the page is cut out.
enum class Plane : std::uint8_t { Luma, RedLight, Cb, Cr };

// A picture of this size cut out of the page: `to_page` leads from its pixels to those of the
// full-size page, by a homography. Taken where the page's pixels are nearest below those of the
// picture, so that nothing is lost and little is aliased. What lies outside the page repeats its
// border. The colours are empty where the page has none.
[[nodiscard]] cv::Mat straightened(const Pyramid& pyramid, const cv::Matx33d& to_page,
                                   cv::Size size, Plane plane);

}  // namespace vermilion::pipeline::page
