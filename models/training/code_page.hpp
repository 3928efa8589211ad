#pragma once

#include "models/training/random.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::models {

inline constexpr int kPageSide = 640;
inline constexpr int kHeatSide = kPageSide / 4;

// A page, or a part of one, as the localiser gets it, and where its credit code stands.
struct CodePage {
  cv::Mat picture;  // 8 bit, kPageSide x kPageSide
  cv::Mat heat;     // 8 bit, kHeatSide x kHeatSide: 255 on the code, without its label
};

// Half of them documents of samples/, half invented layouts in the faces of licences: title,
// emblem, label and code, other numbers, fields, rules, ornament, seals, watermarks; then held
// askew before a camera, on a table or cut close. One in twelve has no code.
CodePage code_page(Random& random);

}  // namespace vermilion::models
