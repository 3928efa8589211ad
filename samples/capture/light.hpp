#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

// What light, lens and sensor do to a picture.
namespace vermilion::samples::capture {

// Gaussian blur; below 0.3 pixels there is nothing to see.
void blur(Picture& picture, double sigma_px);

// Blur along a direction: the hand shook.
void shake(Picture& picture, double length_px, Random& random);

// Sensor noise, mostly the same in all channels; `deviation` in grey levels.
void grain(Picture& picture, double deviation, Random& random);

// Black and white of each channel, red first: the ends of its tone curve, 0 to 255.
struct Tones {
  cv::Vec3d black{0, 0, 0};
  cv::Vec3d white{255, 255, 255};
};
void tone(Picture& picture, const Tones& tones);

// Light that takes away `share` towards one side, and unevenly by another third of it.
void shade(Picture& picture, double share, Random& random);

// Corners darker than the middle by `share`.
void vignette(Picture& picture, double share);

}  // namespace vermilion::samples::capture
