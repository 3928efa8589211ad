#pragma once

#include "models/training/random.hpp"

#include <opencv2/core/mat.hpp>

#include <array>
#include <optional>

namespace vermilion::models {

using Quad = std::array<cv::Point2f, 4>;  // clockwise from the upper left corner

// A page lying flat, and where its credit code stands.
struct FlatPage {
  cv::Mat picture;  // 32 bit float, one channel
  std::optional<Quad> code;
};

// An invented layout, about 900 pixels long.
FlatPage invented_page(Random& random);

// A document of samples/ in red light, as the localiser sees pages, 60 to 110 dpi.
FlatPage sample_page(Random& random);

}  // namespace vermilion::models
