#include "pipeline/intake/bmp_header.hpp"

#include "pipeline/intake/byte_reader.hpp"
#include "pipeline/intake/density.hpp"
#include "pipeline/intake/dimensions.hpp"
#include "pipeline/intake/refuse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace vermilion::pipeline::intake {
namespace {

using enum FindingCode;
using Step = tl::expected<void, Finding>;

// Offsets from the beginning of the file: BITMAPFILEHEADER is 14 bytes, BITMAPINFOHEADER follows.
constexpr std::size_t kPixelsAt = 10;
constexpr std::size_t kInfoAt = 14;
constexpr std::size_t kWidthAt = 18;
constexpr std::size_t kHeightAt = 22;
constexpr std::size_t kPlanesAt = 26;
constexpr std::size_t kBitsAt = 28;
constexpr std::size_t kCompressionAt = 30;
constexpr std::size_t kPerMetreAt = 38;
constexpr std::size_t kColoursUsedAt = 46;
constexpr std::size_t kMasksAt = 54;

constexpr std::uint32_t kInfoBytes = 40;
constexpr std::uint32_t kUncompressed = 0;
constexpr std::uint32_t kBitfields = 3;

Step check_info_bytes(std::uint32_t bytes) {
  constexpr std::array kWindows{kInfoBytes, 52U, 56U, 108U, 124U};
  constexpr std::array kOs2{12U, 16U, 64U};
  if (std::ranges::count(kOs2, bytes) > 0)
    return refuse(ImgVariant, fmt::format("OS/2, {}", bytes));
  if (std::ranges::count(kWindows, bytes) == 0) return refuse(ImgCorrupt, "DIB");
  return {};
}

bool is_depth(int bits) {
  constexpr std::array kDepths{1, 2, 4, 8, 16, 24, 32};
  return std::ranges::count(kDepths, bits) > 0;
}

// What most programs write for 32 bits: the bytes lie as they do without masks.
bool masks_are_plain(ByteReader bytes) {
  return bytes.u32(kMasksAt) == 0x00FF'0000 && bytes.u32(kMasksAt + 4) == 0x0000'FF00 &&
         bytes.u32(kMasksAt + 8) == 0x0000'00FF;
}

Step check_coding(ByteReader bytes) {
  constexpr std::array kNames{"", "RLE8", "RLE4", "BITFIELDS", "JPEG", "PNG", "ALPHABITFIELDS"};
  const std::uint32_t compression = bytes.u32(kCompressionAt);
  const int bits = bytes.u16(kBitsAt);
  if (compression >= kNames.size() || !is_depth(bits) || bytes.u16(kPlanesAt) != 1) {
    return refuse(ImgCorrupt, "DIB");
  }
  if (bits == 16) return refuse(ImgVariant, "16 bit");
  if (compression == kUncompressed) return {};
  if (compression == kBitfields && bits == 32 && masks_are_plain(bytes)) return {};
  return refuse(ImgVariant, kNames[compression]);
}

// A palette that says nothing of its length has every colour its depth allows.
std::size_t palette_entries(ByteReader bytes) {
  const int bits = bytes.u16(kBitsAt);
  if (bits > 8) return 0;
  const std::uint32_t most = 1U << bits;
  const std::uint32_t used = bytes.u32(kColoursUsedAt);
  return used == 0 ? most : std::min(used, most);
}

BmpLayout layout_of(ByteReader bytes) {
  const std::int64_t height = bytes.i32(kHeightAt);
  BmpLayout layout{
      .width = bytes.i32(kWidthAt),
      .height = static_cast<int>(std::abs(height)),
      .top_down = height < 0,
      .bits = bytes.u16(kBitsAt),
      .palette_at = kInfoAt + bytes.u32(kInfoAt),
      .palette_entries = palette_entries(bytes),
      .pixels_at = bytes.u32(kPixelsAt),
      .density_dpi = plausible_dpi(bytes.i32(kPerMetreAt) / kInchesPerMetre),
  };
  layout.row_bytes = (static_cast<std::size_t>(layout.width) * layout.bits + 31) / 32 * 4;
  return layout;
}

Step check_extent(const BmpLayout& layout, std::size_t file_bytes) {
  if (layout.pixels_at < layout.palette_at + 4 * layout.palette_entries) {
    return refuse(ImgCorrupt, "DIB");
  }
  const std::size_t end = layout.pixels_at + layout.row_bytes * layout.height;
  if (end > file_bytes) return refuse(ImgTruncated, fmt::format("{} < {}", file_bytes, end));
  return {};
}

}  // namespace

tl::expected<BmpLayout, Finding> read_bmp_layout(std::span<const std::byte> file) {
  const ByteReader bytes(file, ByteOrder::Little);
  if (!bytes.has(0, kInfoAt + 4)) return refuse(ImgTruncated, "BM");
  if (const auto known = check_info_bytes(bytes.u32(kInfoAt)); !known) {
    return tl::unexpected(known.error());
  }
  if (!bytes.has(kInfoAt, bytes.u32(kInfoAt))) return refuse(ImgTruncated, "DIB");
  const std::int64_t height = bytes.i32(kHeightAt);
  if (const auto fits = check_dimensions(bytes.i32(kWidthAt), std::abs(height)); !fits) {
    return tl::unexpected(fits.error());
  }
  if (const auto read = check_coding(bytes); !read) return tl::unexpected(read.error());
  const BmpLayout layout = layout_of(bytes);
  if (const auto whole = check_extent(layout, file.size()); !whole) {
    return tl::unexpected(whole.error());
  }
  return layout;
}

tl::expected<Header, Finding> read_bmp_header(std::span<const std::byte> bytes) {
  return read_bmp_layout(bytes).map([](const BmpLayout& layout) {
    return Header{.format = ImageFormat::Bmp,
                  .width = layout.width,
                  .height = layout.height,
                  .density_dpi = layout.density_dpi};
  });
}

}  // namespace vermilion::pipeline::intake
