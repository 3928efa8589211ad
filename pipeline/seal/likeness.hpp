#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// Small pictures of seals, for telling a pasted copy from a second stamping without the scans:
// ink never falls twice alike. Values only; pipeline/seal/small_picture.hpp takes them.
namespace vermilion::pipeline::seal {

// Squares of so many mean brightnesses a side.
inline constexpr int kSmallSide = 32;

// As SealFact::picture has it: base64 of the rows.
[[nodiscard]] std::string written(std::span<const std::uint8_t, kSmallSide * kSmallSide> picture);

// How alike two small pictures are: their correlation where they lie over each other best, at most
// two squares apart; 1 for the same seal. 0 where either is no small picture, or shows nothing.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

// From here on one is taken for a copy of the other. Of 600 drawn seals pasted into another page,
// both saved as JPEG of quality 60 to 92, 589 reach it. Of 600 stamped a second time at any turn
// and 600 within a degree of the first none does, the nearest comes to 0.9984. At exactly the same
// turn, which no hand does, the nearest of 612 comes to 0.9991.
inline constexpr double kCopyLikeness = 0.999;

}  // namespace vermilion::pipeline::seal
