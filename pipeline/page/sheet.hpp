#pragma once

#include <opencv2/core/types.hpp>

// The sheet nearly every document is printed on: A4, ISO 216.
namespace vermilion::pipeline::page {

inline constexpr double kA4LongMm = 297;
inline constexpr double kA4ShortMm = 210;

// The longer side against the shorter.
double proportion(cv::Size2d size);

// Is it a sheet of A4, lying or standing, but for this share of its proportion?
bool is_a4(cv::Size2d size, double slack);

}  // namespace vermilion::pipeline::page
