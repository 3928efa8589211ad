#pragma once

#include "pipeline/seal/outline.hpp"

#include <opencv2/core/mat.hpp>

namespace vermilion::pipeline::seal {

// What the rim of a supposed seal looks like, in a picture where ink is bright. Shares are of the
// way around.
struct Rim {
  float ink = 0;       // brightness of the rim, median over the turns that have it
  float coverage = 0;  // share of turns where the rim carries ink
  float thin = 0;      // share where the ink ends again inside: a rim, not the edge of a disc
  float alone = 0;     // share where there is no ink just outside
  float fill = 0;      // share of the zone of the name that carries ink
};

Rim rim_of(const cv::Mat& ink, const Outline& outline);

// The same outline moved onto the rim by what is found near it: a circle becomes the ellipse that
// perspective made of it, a rectangle lies along its four sides. Unchanged when there is too little
// rim to go by.
Outline fitted(const cv::Mat& ink, const Outline& outline);

}  // namespace vermilion::pipeline::seal
