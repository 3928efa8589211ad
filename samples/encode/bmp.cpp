#include "samples/encode/bmp.hpp"

#include "samples/encode/palette.hpp"

#include <cassert>
#include <cmath>
#include <cstdint>

namespace vermilion::samples::encode {
namespace {

constexpr std::uint32_t kFileHeader = 14;
constexpr std::uint32_t kInfoHeader = 40;  // BITMAPINFOHEADER

void put(Bytes& bytes, std::uint32_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
}

Palette palette_for(int bits) {
  if (bits == 1) return {{0, 0, 0}, {255, 255, 255}};
  if (bits == 4) return palette_of_16();
  if (bits == 8) return palette_of_256();
  return {};
}

std::uint32_t stride(int width, int bits) {
  return static_cast<std::uint32_t>((width * bits + 31) / 32 * 4);
}

void put_headers(Bytes& bytes, const Picture& picture, int dpi, const BmpSettings& settings,
                 const Palette& palette) {
  const auto colours = static_cast<std::uint32_t>(palette.size());
  const std::uint32_t offset = kFileHeader + kInfoHeader + 4 * colours;
  const std::uint32_t size =
      stride(picture.cols, settings.bits) * static_cast<std::uint32_t>(picture.rows);
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  put(bytes, 0x4D42, 2);  // "BM"
  put(bytes, offset + size, 4);
  put(bytes, 0, 4);
  put(bytes, offset, 4);
  put(bytes, kInfoHeader, 4);
  put(bytes, static_cast<std::uint32_t>(picture.cols), 4);
  put(bytes, static_cast<std::uint32_t>(settings.top_down ? -picture.rows : picture.rows), 4);
  put(bytes, 1, 2);
  put(bytes, static_cast<std::uint32_t>(settings.bits), 2);
  put(bytes, 0, 4);  // not compressed
  put(bytes, size, 4);
  put(bytes, per_metre, 4);
  put(bytes, per_metre, 4);
  put(bytes, colours, 4);
  put(bytes, 0, 4);
  for (const cv::Vec3b& c : palette) put(bytes, c[2] | c[1] << 8u | c[0] << 16u, 4);
}

void put_true_colour(Bytes& bytes, const cv::Vec3b* row, int width, int bits) {
  for (int x = 0; x < width; ++x) {
    put(bytes, row[x][2] | row[x][1] << 8u | row[x][0] << 16u, bits / 8);
  }
}

void put_packed(Bytes& bytes, const std::uint8_t* row, int width, int bits) {
  unsigned packed = 0;
  int filled = 0;
  for (int x = 0; x < width; ++x) {
    packed = packed << static_cast<unsigned>(bits) | row[x];
    filled += bits;
    if (filled < 8) continue;
    put(bytes, packed, 1);
    packed = 0;
    filled = 0;
  }
  if (filled > 0) put(bytes, packed << static_cast<unsigned>(8 - filled), 1);
}

}  // namespace

Bytes bmp(const Picture& picture, int dpi, const BmpSettings& settings) {
  const Palette palette = palette_for(settings.bits);
  const Mask indices = settings.bits == 1 ? bilevel(picture)
                       : palette.empty()  ? Mask()
                                          : indexed(picture, palette);
  Bytes bytes;
  put_headers(bytes, picture, dpi, settings, palette);
  for (int i = 0; i < picture.rows; ++i) {
    const int y = settings.top_down ? i : picture.rows - 1 - i;
    const std::size_t begin = bytes.size();
    if (palette.empty()) {
      put_true_colour(bytes, picture[y], picture.cols, settings.bits);
    } else {
      put_packed(bytes, indices[y], picture.cols, settings.bits);
    }
    bytes.resize(begin + stride(picture.cols, settings.bits));
  }
  return bytes;
}

}  // namespace vermilion::samples::encode
