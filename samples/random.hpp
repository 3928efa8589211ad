#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vermilion::samples {

// A stream of random numbers that is the same on every machine: xoshiro256** seeded by splitmix64.
// The standard library's distributions are left to its implementers, so they are not used here.
class Random {
 public:
  explicit Random(std::uint64_t seed);

  // A stream of its own for one purpose. It depends on the seed and the name alone, not on what has
  // been drawn before: a draw added in one place changes nothing elsewhere.
  [[nodiscard]] Random child(std::string_view name) const;

  std::uint64_t bits();
  double uniform();                         // [0, 1)
  double uniform(double low, double high);  // [low, high)
  int integer(int low, int high);           // both ends included
  bool chance(double probability);

  // Mean 0, deviation 1, never beyond 6: the sum of twelve uniforms, which needs no library
  // function whose last bit differs between processors.
  double normal();

  std::string digits(int count);

  template <class Range>
  const auto& choose(const Range& range) {
    return range[static_cast<std::size_t>(integer(0, static_cast<int>(std::size(range)) - 1))];
  }

 private:
  std::uint64_t seed_;
  std::array<std::uint64_t, 4> state_;
};

}  // namespace vermilion::samples
