#pragma once

#include "samples/make.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::samples::tests {

// A sample's picture as another library decodes it, turned upright as its truth says.
struct Decoded {
  int width = 0;
  int height = 0;
  std::vector<std::array<std::uint8_t, 3>> pixels;  // red first

  [[nodiscard]] const std::array<std::uint8_t, 3>& at(int x, int y) const;
  [[nodiscard]] Box whole() const { return {0, 0, width, height}; }
};

[[nodiscard]] Decoded decode(const Sample& sample);

// Mean over the box, of red less the greater of green and blue.
[[nodiscard]] double redness(const Decoded& picture, const Box& box);

// The same over a band of a tenth of its width around the box.
[[nodiscard]] double redness_beside(const Decoded& picture, const Box& box);

// What a QR reader makes of the box and a little around it.
[[nodiscard]] std::optional<std::string> read_qr(const Decoded& picture, const Box& box);

}  // namespace vermilion::samples::tests
