#pragma once

#include "samples/hostile/picture.hpp"

#include <string_view>

namespace vermilion::samples::hostile {

enum class PngColour : std::uint8_t { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6 };

struct PngVariant {
  PngColour colour = PngColour::Rgb;
  int bits = 8;
  bool interlaced = false;
  // With alpha: opaque at the left edge, clear at the right one. A palette's first colour (tRNS) is
  // clear then.
  bool fading = false;
  int dpi = 0;
};

Bytes encode_png(const Picture& picture, const PngVariant& variant);

// The palette encode_png uses: `1 << bits` colours, white to black and then reds.
Bytes png_palette(int bits);

// PNG by hand, for what no encoder writes.
Bytes png_signature();
Bytes png_chunk(std::string_view type, const Bytes& data);
Bytes png_header(std::uint32_t width, std::uint32_t height, int bits, int colour);
Bytes deflated(const Bytes& data);

// Where the length of the first chunk of this type stands; the end of the file when there is none.
std::size_t find_chunk(const Bytes& png, std::string_view type);

// `chunk` right behind IHDR.
Bytes with_chunk(const Bytes& png, const Bytes& chunk);

}  // namespace vermilion::samples::hostile
