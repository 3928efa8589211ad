#pragma once

#include <compare>
#include <cstdint>

namespace vermilion::workflow {

// Money as whole fen, a hundredth of a yuan. Never a float, never a bare number.
struct Fen {
  std::int64_t amount = 0;

  friend constexpr auto operator<=>(const Fen&, const Fen&) = default;
  friend constexpr Fen operator+(Fen a, Fen b) { return {a.amount + b.amount}; }
  friend constexpr Fen operator-(Fen a, Fen b) { return {a.amount - b.amount}; }
  friend constexpr Fen operator*(Fen a, int times) { return {a.amount * times}; }
};

}  // namespace vermilion::workflow
