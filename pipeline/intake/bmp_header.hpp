#pragma once

#include "pipeline/intake/intake.hpp"

#include <tl/expected.hpp>

namespace vermilion::pipeline::intake {

// Where the parts of an uncompressed BMP lie; all of them are inside the file.
struct BmpLayout {
  int width = 0;
  int height = 0;
  bool top_down = false;
  int bits = 0;                // per pixel: 1, 2, 4, 8, 24, 32
  std::size_t palette_at = 0;  // entries of blue, green, red and a byte that means nothing
  std::size_t palette_entries = 0;
  std::size_t pixels_at = 0;
  std::size_t row_bytes = 0;  // a multiple of four
  std::optional<double> density_dpi;
};

// Reads the headers since Windows 3 (40 to 124 bytes). IMG_VARIANT for the rest: OS/2 headers, run
// lengths, JPEG or PNG inside, 16 bits, channels in another order than blue, green, red.
[[nodiscard]] tl::expected<BmpLayout, Finding> read_bmp_layout(std::span<const std::byte> bytes);

[[nodiscard]] tl::expected<Header, Finding> read_bmp_header(std::span<const std::byte> bytes);

}  // namespace vermilion::pipeline::intake
