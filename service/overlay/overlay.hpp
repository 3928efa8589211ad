#pragma once

#include "rules/language.hpp"
#include "service/batch/outcome.hpp"

#include <opencv2/core/mat.hpp>

// The scan with its defects drawn on it, for people.
namespace vermilion::service::overlay {

// `page` is the upright page, 8 bit BGR; empty when there was none to decode, which leaves the
// verdict and the list. Large pages are drawn smaller, small ones larger, so that labels are read
// at a glance; nothing is drawn over the content of a box. The picture has four channels (BGRX).
// The same arguments give the same picture.
[[nodiscard]] cv::Mat draw(const batch::Reviewed& reviewed, const cv::Mat& page,
                           rules::Language language);

}  // namespace vermilion::service::overlay
