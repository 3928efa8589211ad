#include "samples/hostile/encode_png.hpp"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace vermilion::samples::hostile {
namespace {

constexpr std::size_t kSignatureBytes = 8;

int channels_of(PngColour colour) {
  constexpr std::array kChannels{1, 0, 3, 1, 2, 0, 4};
  return kChannels[static_cast<std::size_t>(colour)];
}

bool is_grey(PngColour colour) {
  return colour == PngColour::Grey || colour == PngColour::GreyAlpha;
}

int distance(const std::uint8_t* a, const std::uint8_t* b) {
  return std::abs(a[0] - b[0]) + std::abs(a[1] - b[1]) + std::abs(a[2] - b[2]);
}

unsigned nearest(const Bytes& palette, const std::uint8_t* rgb) {
  unsigned best = 0;
  for (unsigned i = 1; i < palette.size() / 3; ++i) {
    if (distance(&palette[3 * i], rgb) < distance(&palette[3 * best], rgb)) best = i;
  }
  return best;
}

// One sample a byte, two bytes for 16 bits; libpng packs the rest.
void append_sample(Bytes& row, unsigned value8, int bits) {
  if (bits == 16) row.push_back(static_cast<std::uint8_t>(value8));
  row.push_back(static_cast<std::uint8_t>(bits < 8 ? value8 >> (8 - bits) : value8));
}

Bytes row_of(const Picture& picture, int y, const PngVariant& variant, const Bytes& palette) {
  Bytes row;
  for (int x = 0; x < picture.width; ++x) {
    const std::uint8_t* rgb = picture.row(y) + 3 * x;
    if (variant.colour == PngColour::Palette) {
      row.push_back(static_cast<std::uint8_t>(nearest(palette, rgb)));
      continue;
    }
    const int colours = is_grey(variant.colour) ? 1 : 3;
    for (int i = 0; i < colours; ++i) append_sample(row, rgb[i], variant.bits);
    if (channels_of(variant.colour) == colours) continue;
    const int alpha = variant.fading ? 255 - 255 * x / (picture.width - 1) : 255;
    append_sample(row, static_cast<unsigned>(alpha), variant.bits);
  }
  return row;
}

void take(png_structp png, png_bytep data, std::size_t count) {
  auto& bytes = *static_cast<Bytes*>(png_get_io_ptr(png));
  bytes.insert(bytes.end(), data, data + count);
}

void set_palette(png_structp png, png_infop info, const Bytes& palette, bool first_is_clear) {
  std::vector<png_color> colours;
  for (std::size_t i = 0; i < palette.size(); i += 3) {
    colours.push_back({palette[i], palette[i + 1], palette[i + 2]});
  }
  png_set_PLTE(png, info, colours.data(), static_cast<int>(colours.size()));
  const png_byte clear = 0;
  if (first_is_clear) png_set_tRNS(png, info, &clear, 1, nullptr);
}

}  // namespace

Bytes png_palette(int bits) {
  Bytes palette;
  const int colours = 1 << bits;
  const int greys = std::max(2, colours / 2);
  for (int i = 0; i < greys; ++i) {
    const auto grey = static_cast<std::uint8_t>(255 - 255 * i / (greys - 1));
    palette.insert(palette.end(), 3, grey);
  }
  for (int i = 0; i < colours - greys; ++i) {
    const auto other = static_cast<std::uint8_t>(200 * i / (colours - greys));
    append(palette, {230, other, other});
  }
  return palette;
}

Bytes encode_png(const Picture& picture, const PngVariant& variant) {
  Bytes bytes;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &bytes, take, nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width),
               static_cast<png_uint_32>(picture.height), variant.bits,
               static_cast<int>(variant.colour),
               variant.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  const Bytes palette = variant.colour == PngColour::Palette ? png_palette(variant.bits) : Bytes{};
  if (!palette.empty()) set_palette(png, info, palette, variant.fading);
  if (variant.dpi > 0) {
    const auto per_metre = static_cast<png_uint_32>(std::lround(variant.dpi / 0.0254));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  }
  png_write_info(png, info);
  png_set_packing(png);

  const auto height = static_cast<std::size_t>(picture.height);
  std::vector<Bytes> rows(height);
  std::vector<png_bytep> pointers(height);
  for (std::size_t y = 0; y < height; ++y) {
    rows[y] = row_of(picture, static_cast<int>(y), variant, palette);
    pointers[y] = rows[y].data();
  }
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return bytes;
}

Bytes png_signature() {
  return bytes_of("\x89PNG\r\n\x1A\n");
}

Bytes png_chunk(std::string_view type, const Bytes& data) {
  Bytes chunk;
  append_big_endian(chunk, data.size(), 4);
  append(chunk, bytes_of(type));
  append(chunk, data);
  const auto checked = static_cast<uInt>(chunk.size() - 4);
  append_big_endian(chunk, crc32(0, chunk.data() + 4, checked), 4);
  return chunk;
}

Bytes png_header(std::uint32_t width, std::uint32_t height, int bits, int colour) {
  Bytes header;
  append_big_endian(header, width, 4);
  append_big_endian(header, height, 4);
  append(header, {static_cast<std::uint8_t>(bits), static_cast<std::uint8_t>(colour), 0, 0, 0});
  return png_chunk("IHDR", header);
}

Bytes deflated(const Bytes& data) {
  uLongf size = compressBound(data.size());
  Bytes packed(size);
  compress2(packed.data(), &size, data.data(), data.size(), Z_BEST_COMPRESSION);
  packed.resize(size);
  return packed;
}

std::size_t find_chunk(const Bytes& png, std::string_view type) {
  std::size_t at = kSignatureBytes;
  while (at + 12 <= png.size()) {
    if (std::equal(type.begin(), type.end(), png.begin() + static_cast<std::ptrdiff_t>(at) + 4)) {
      return at;
    }
    const auto byte = [&](std::size_t i) { return std::size_t{png[at + i]}; };
    at += 12 + (byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3));
  }
  return png.size();
}

Bytes with_chunk(const Bytes& png, const Bytes& chunk) {
  constexpr std::ptrdiff_t kAfterHeader = kSignatureBytes + 12 + 13;
  Bytes extended = png;
  extended.insert(extended.begin() + kAfterHeader, chunk.begin(), chunk.end());
  return extended;
}

}  // namespace vermilion::samples::hostile
