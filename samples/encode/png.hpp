#pragma once

#include "samples/encode/encoded.hpp"
#include "samples/picture.hpp"

#include <cstdint>

namespace vermilion::samples::encode {

enum class PngVariant : std::uint8_t {
  Rgb,
  OneBit,
  Palette,
  Alpha,  // rounded corners: transparent, and black beneath
  SixteenBit,
};

[[nodiscard]] Bytes png(const Picture& picture, int dpi, PngVariant variant);

}  // namespace vermilion::samples::encode
