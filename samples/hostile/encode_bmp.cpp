#include "samples/hostile/encode_bmp.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vermilion::samples::hostile {
namespace {

constexpr int kBitfields = 3;
constexpr std::size_t kFileHeaderBytes = 14;

unsigned nearest(const Bytes& palette, const std::uint8_t* rgb) {
  const auto distance = [&](unsigned i) {
    return std::abs(palette[3 * i] - rgb[0]) + std::abs(palette[3 * i + 1] - rgb[1]) +
           std::abs(palette[3 * i + 2] - rgb[2]);
  };
  unsigned best = 0;
  for (unsigned i = 1; i < palette.size() / 3; ++i) {
    if (distance(i) < distance(best)) best = i;
  }
  return best;
}

Bytes packed_row(const Picture& picture, int y, int bits, const Bytes& palette) {
  Bytes row(static_cast<std::size_t>((picture.width * bits + 31) / 32 * 4));
  for (int x = 0; x < picture.width; ++x) {
    const unsigned index = nearest(palette, picture.row(y) + 3 * x);
    const int bit = x * bits;
    row[static_cast<std::size_t>(bit / 8)] |=
        static_cast<std::uint8_t>(index << (8 - bits - bit % 8));
  }
  return row;
}

Bytes true_colour_row(const Picture& picture, int y, int bits) {
  Bytes row;
  for (int x = 0; x < picture.width; ++x) {
    const std::uint8_t* rgb = picture.row(y) + 3 * x;
    append(row, {rgb[2], rgb[1], rgb[0]});
    if (bits == 32) row.push_back(0);  // not alpha, whatever it holds
  }
  row.resize((row.size() + 3) / 4 * 4);
  return row;
}

Bytes pixels_of(const Picture& picture, const BmpVariant& variant) {
  const Bytes palette = bmp_palette(variant);
  Bytes pixels;
  for (int i = 0; i < picture.height; ++i) {
    const int y = variant.top_down ? i : picture.height - 1 - i;
    append(pixels, variant.bits > 8 ? true_colour_row(picture, y, variant.bits)
                                    : packed_row(picture, y, variant.bits, palette));
  }
  return pixels;
}

Bytes info_header(const Picture& picture, const BmpVariant& variant, std::size_t pixel_bytes) {
  const int height = variant.top_down ? -picture.height : picture.height;
  const auto per_metre = static_cast<std::uint64_t>(std::lround(variant.dpi / 0.0254));
  Bytes header;
  append_little_endian(header, static_cast<std::uint64_t>(variant.info_bytes), 4);
  append_little_endian(header, static_cast<std::uint64_t>(picture.width), 4);
  append_little_endian(header, static_cast<std::uint64_t>(height), 4);
  append_little_endian(header, 1, 2);
  append_little_endian(header, static_cast<std::uint64_t>(variant.bits), 2);
  append_little_endian(header, variant.with_masks ? kBitfields : 0, 4);
  append_little_endian(header, pixel_bytes + static_cast<std::uint64_t>(variant.claimed_size_off),
                       4);
  append_little_endian(header, per_metre, 4);
  append_little_endian(header, per_metre, 4);
  append_little_endian(header, bmp_palette(variant).size() / 3, 4);
  append_little_endian(header, 0, 4);
  return header;
}

Bytes masks() {
  Bytes masks;
  append_little_endian(masks, 0x00FF'0000, 4);
  append_little_endian(masks, 0x0000'FF00, 4);
  append_little_endian(masks, 0x0000'00FF, 4);
  return masks;
}

}  // namespace

Bytes bmp_palette(const BmpVariant& variant) {
  if (variant.bits > 8 || !variant.palette.empty()) return variant.palette;
  Bytes greys;
  const int colours = 1 << variant.bits;
  for (int i = 0; i < colours; ++i) {
    greys.insert(greys.end(), 3, static_cast<std::uint8_t>(255 * i / (colours - 1)));
  }
  return greys;
}

Bytes encode_bmp(const Picture& picture, const BmpVariant& variant) {
  const Bytes pixels = pixels_of(picture, variant);
  Bytes info = info_header(picture, variant, pixels.size());
  if (variant.with_masks) append(info, masks());
  info.resize(std::max(info.size(), static_cast<std::size_t>(variant.info_bytes)));
  const Bytes palette = bmp_palette(variant);
  for (std::size_t i = 0; i < palette.size(); i += 3) {
    append(info, {palette[i + 2], palette[i + 1], palette[i], 0});
  }
  info.resize(info.size() + static_cast<std::size_t>(variant.gap));

  const std::size_t pixels_at = kFileHeaderBytes + info.size();
  Bytes bytes = bytes_of("BM");
  append_little_endian(bytes, pixels_at + pixels.size(), 4);
  append_little_endian(bytes, 0, 4);
  append_little_endian(bytes, pixels_at, 4);
  append(bytes, info);
  append(bytes, pixels);
  bytes.resize(bytes.size() + static_cast<std::size_t>(variant.trailing));
  return bytes;
}

}  // namespace vermilion::samples::hostile
