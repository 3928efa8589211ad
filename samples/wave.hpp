#pragma once

#include <array>
#include <cstdint>

namespace vermilion::samples {

// A cosine walked through by adding to a phase: one turn is 2^32, so phases wrap by themselves.
class Wave {
 public:
  Wave();

  // -127 to 127.
  [[nodiscard]] int at(std::uint32_t phase) const { return table_[phase >> 24]; }

  // So many turns as a phase or a step of one.
  [[nodiscard]] static std::uint32_t turns(double count);

 private:
  std::array<std::int8_t, 256> table_{};
};

}  // namespace vermilion::samples
