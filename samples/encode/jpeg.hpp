#pragma once

#include "samples/encode/encoded.hpp"
#include "samples/picture.hpp"

#include <cstdint>

namespace vermilion::samples::encode {

enum class JpegColour : std::uint8_t { Ycc, Grey, Cmyk };

struct JpegSettings {
  int quality = 85;
  bool halved_chroma = true;  // 4:2:0, as scanners and phones write; else 4:4:4
  bool progressive = false;
  JpegColour colour = JpegColour::Ycc;
};

[[nodiscard]] Bytes jpeg(const Picture& picture, int dpi, const JpegSettings& settings);

}  // namespace vermilion::samples::encode
