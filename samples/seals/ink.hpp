#pragma once

#include "samples/picture.hpp"
#include "samples/random.hpp"

#include <array>

namespace vermilion::samples::seals {

// How much light ink lets through where it lies once, per channel: red first. Twice the ink lets
// through the square of it (Beer and Lambert), so text beneath a seal stays visible.
struct InkColour {
  std::array<double, 3> transmission{0.83, 0.146, 0.174};  // measured: 204,36,43 on paper of 247
};

[[nodiscard]] InkColour any_red(Random& random);
// The pads that are barely red any more: old and purple, cheap and orange, soaked and brown.
inline constexpr InkColour kPurple{{0.48, 0.12, 0.45}};
inline constexpr InkColour kOrange{{0.93, 0.42, 0.10}};
inline constexpr InkColour kBrown{{0.45, 0.10, 0.11}};

// `share` of the way from one colour to another.
[[nodiscard]] InkColour towards(const InkColour& from, const InkColour& to, double share);

inline constexpr InkColour kToner{{0.20, 0.20, 0.20}};
inline constexpr InkColour kMagenta{{0.93, 0.22, 0.50}};
inline constexpr InkColour kYellow{{1.0, 0.93, 0.30}};

// Amount of one ink over a patch of the page: 0 none, 200 lies once; pressed rims hold more.
struct InkLayer {
  Mask amount;
  InkColour colour;
};
inline constexpr double kOneCoat = 200;

// Lays the ink over the page with its upper left corner at `origin`, in pixels. What reaches beyond
// the page is lost, as it is on paper.
void lay_ink(Picture& page, const InkLayer& layer, cv::Point origin);

}  // namespace vermilion::samples::seals
