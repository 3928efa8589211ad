#pragma once

#include "pipeline/page/strip.hpp"
#include "samples/canvas.hpp"

#include <opencv2/core.hpp>

#include <string_view>
#include <vector>

// Real print, set in the fonts the samples are set in.
namespace vermilion::tests {

// A sheet of 200 dpi with one line of text in its middle, turned clockwise.
cv::Mat3b printed_line(std::string_view text, const samples::Font& font, double slope_deg = 0);

// The strips of all lines found on a sheet.
std::vector<pipeline::page::Strip> strips_on(const cv::Mat3b& sheet);

}  // namespace vermilion::tests
