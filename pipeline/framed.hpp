#pragma once

#include "pipeline/codec/planes.hpp"
#include "pipeline/report.hpp"

#include <opencv2/core/types.hpp>

namespace vermilion::pipeline {

// The page of a screenshot is inspected as if it had been cut out; afterwards every place goes back
// to where it is in the picture.

// `area` begins and ends at even pixels.
codec::Planes cut_out(const codec::Planes& picture, const cv::Rect& area);

// `area` and `stored` are those of the picture as it is stored; the report's places are still in
// pixels of the upright page.
void put_back(Report& report, const cv::Rect& area, cv::Size stored);

}  // namespace vermilion::pipeline
