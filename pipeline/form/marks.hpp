#pragma once

#include "pipeline/form/template.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include <optional>

namespace vermilion::pipeline::form {

// The middle of the black square that is most like the mark within `reach_mm` of where the map puts
// it, in pixels of the page. Red ink over it does no harm.
[[nodiscard]] std::optional<cv::Point2d> mark_near(const BoxMm& mark, const cv::Matx33d& map,
                                                   double reach_mm, const page::Pyramid& pyramid,
                                                   const page::Light& light);

}  // namespace vermilion::pipeline::form
