#pragma once

#include "pipeline/seal/impression.hpp"

namespace vermilion::pipeline::seal {

// Half of 45 mm is 0.076 of the longer side of A4; a picture of a seal alone may show a larger one.
inline constexpr float kLargeRing = 0.12F;

// What the rim of a supposed seal makes it. `page` is the size of the page in pixels.

// A thin line all around, alone, about a zone with the strokes of a name.
bool is_ring(const Rim& rim);

// The same with another seal lying across it.
bool is_crossed_ring(const Rim& rim);

// A ring that runs together with the name inside it, because it is small or blurred.
bool is_thick_ring(const Rim& rim);
bool is_blurred_beside(const Impression& emblem, const Impression& seen);

// A ring of which hardly half left ink, but what is left is thin and alone around a name.
bool is_broken_ring(const Rim& rim);

// A ring whose stamp moved, so that its name runs together.
bool is_smeared_ring(const Rim& rim);

// Ink where a seal has paper between the characters of its name.
bool is_filled(const Rim& rim);

bool is_frame(const Impression& seen, cv::Size page);
bool is_emblem(const Impression& disc, cv::Size page);

// A large circle through pieces of several seals has much of a rim, but never most of it.
bool spans_others(const Impression& seen, cv::Size page);

}  // namespace vermilion::pipeline::seal
