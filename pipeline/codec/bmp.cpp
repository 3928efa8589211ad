#include "pipeline/codec/colour.hpp"
#include "pipeline/codec/formats.hpp"
#include "pipeline/codec/refuse.hpp"
#include "pipeline/intake/bmp_header.hpp"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>
#include <vector>

// Leptonica 1.82 reads 1, 2, 4, 8, 24 and 32 bits, bottom-up and top-down. It is stricter than the
// programs that write BMP: it refuses a size field that is off by the two bytes Photoshop adds, and
// bytes between palette and pixels or after them. So it is handed the palette and the pixels that
// intake has located, under a header of our own.
namespace vermilion::pipeline::codec {
namespace {

using intake::BmpLayout;
using Bytes = std::vector<std::uint8_t>;

struct DestroyPix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, DestroyPix>;

constexpr std::size_t kHeaderBytes = 54;
constexpr std::size_t kEntryBytes = 4;

void append(Bytes& bytes, std::size_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void append(Bytes& bytes, std::span<const std::byte> part) {
  const auto* begin = reinterpret_cast<const std::uint8_t*>(part.data());
  bytes.insert(bytes.end(), begin, begin + part.size());
}

// Every index the depth allows has an entry: a palette may be shorter than the pixels make use of.
std::size_t full_palette_bytes(const BmpLayout& layout) {
  return layout.bits > 8 ? 0 : kEntryBytes << layout.bits;
}

Bytes header_for(const BmpLayout& layout) {
  const std::size_t pixels_at = kHeaderBytes + full_palette_bytes(layout);
  const std::size_t end = pixels_at + layout.row_bytes * layout.height;
  const int height = layout.top_down ? -layout.height : layout.height;
  Bytes header{'B', 'M'};
  header.reserve(end);
  append(header, end, 4);
  append(header, 0, 4);
  append(header, pixels_at, 4);
  append(header, 40, 4);  // BITMAPINFOHEADER
  append(header, static_cast<std::size_t>(layout.width), 4);
  append(header, static_cast<std::uint32_t>(height), 4);
  append(header, 1, 2);
  append(header, static_cast<std::size_t>(layout.bits), 2);
  header.resize(kHeaderBytes);  // uncompressed, no density, all colours used
  return header;
}

Bytes tidied(std::span<const std::byte> file, const BmpLayout& layout) {
  Bytes bytes = header_for(layout);
  append(bytes, file.subspan(layout.palette_at, kEntryBytes * layout.palette_entries));
  bytes.resize(kHeaderBytes + full_palette_bytes(layout));
  append(bytes, file.subspan(layout.pixels_at, layout.row_bytes * layout.height));
  return bytes;
}

PixPtr read(std::span<const std::byte> file, const BmpLayout& layout) {
  static const int was_talkative = setMsgSeverity(L_SEVERITY_NONE);  // it prints to stderr
  static_cast<void>(was_talkative);
  const Bytes bytes = tidied(file, layout);
  return PixPtr(pixReadMemBmp(bytes.data(), bytes.size()));
}

bool is_coloured(Pix& pix) {
  const PixColormap* palette = pixGetColormap(&pix);
  if (palette == nullptr) return pixGetDepth(&pix) > 8;
  l_int32 coloured = 0;
  pixcmapHasColor(pixGetColormap(&pix), &coloured);
  return coloured != 0;
}

// Some rows of it as 32 bits a pixel: the whole picture so would take four times its planes.
PixPtr expanded(Pix& pix, int y, int rows) {
  ::Box* box = boxCreate(0, y, pixGetWidth(&pix), rows);
  const PixPtr strip(pixClipRectangle(&pix, box, nullptr));
  boxDestroy(&box);
  return PixPtr(strip ? pixConvertTo32(strip.get()) : nullptr);
}

// Leptonica takes the bytes of a 32-bit pixel for red, green, blue, though they are the other way
// round.
void copy_row(Pix& strip, int y, bool is_reversed, std::uint8_t* rgb) {
  const l_uint32* words = pixGetData(&strip) + y * pixGetWpl(&strip);
  const int red_shift = is_reversed ? L_BLUE_SHIFT : L_RED_SHIFT;
  const int blue_shift = is_reversed ? L_RED_SHIFT : L_BLUE_SHIFT;
  for (int x = 0; x < pixGetWidth(&strip); ++x) {
    *rgb++ = static_cast<std::uint8_t>(words[x] >> red_shift);
    *rgb++ = static_cast<std::uint8_t>(words[x] >> L_GREEN_SHIFT);
    *rgb++ = static_cast<std::uint8_t>(words[x] >> blue_shift);
  }
}

}  // namespace

tl::expected<Planes, Finding> decode_bmp(std::span<const std::byte> bytes, const intake::Header&) {
  const auto layout = intake::read_bmp_layout(bytes);
  if (!layout) return tl::unexpected(layout.error());
  const PixPtr pix = read(bytes, *layout);
  if (!pix) return refuse(FindingCode::ImgCorrupt, "BMP");

  constexpr int kStripRows = 64;
  RgbToPlanes planes(layout->width, layout->height, is_coloured(*pix));
  for (int y = 0; y < layout->height; y += kStripRows) {
    const int rows = std::min(kStripRows, layout->height - y);
    const PixPtr strip = expanded(*pix, y, rows);
    if (!strip) return refuse(FindingCode::ImgCorrupt, "BMP");
    for (int row = 0; row < rows; ++row) {
      copy_row(*strip, row, layout->bits == 32, planes.row());
      planes.next();
    }
  }
  return planes.take();
}

}  // namespace vermilion::pipeline::codec
