#pragma once

#include "pipeline/seal/outline.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::seal {

// Does the ink show the dot screen of a printer? 0 no … 1 clearly. Needs 250 dpi: a scan cannot
// carry a screen finer than half its resolution, and at 200 dpi with JPEG a screen of 133 lines and
// more looks like ink. Inkjet prints have no regular screen, so 0 proves nothing; that is why it
// only hints.
double screen_of(const cv::Mat& luma, const Outline& outline, double px_per_mm);

}  // namespace vermilion::pipeline::seal
