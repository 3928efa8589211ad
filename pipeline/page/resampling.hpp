#pragma once

#include <opencv2/core/mat.hpp>

#include <optional>

namespace vermilion::pipeline::page {

// How many times the picture was enlarged, from the trace that interpolation leaves: where new
// pixels fall on old ones the curvature differs from where they fall between, which repeats with
// the factor, equally along rows and columns. 1.9 to 5; nullopt without such a trace. JPEG below
// quality 70 wipes it out, and so may a whole factor; an honest blur has none. Costs a tenth of a
// decode.
std::optional<double> enlargement_of(const cv::Mat& luma);

}  // namespace vermilion::pipeline::page
