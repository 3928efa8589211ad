#include "samples/wave.hpp"

#include <cmath>
#include <numbers>

namespace vermilion::samples {

Wave::Wave() {
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / 256;
    table_[i] = static_cast<std::int8_t>(std::lround(127 * std::cos(angle)));
  }
}

std::uint32_t Wave::turns(double count) {
  return static_cast<std::uint32_t>(static_cast<std::int64_t>(std::floor(count * 0x1p32)));
}

}  // namespace vermilion::samples
