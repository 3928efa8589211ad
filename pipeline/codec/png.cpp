#include "pipeline/codec/colour.hpp"
#include "pipeline/codec/formats.hpp"
#include "pipeline/codec/libpng.hpp"
#include "pipeline/codec/refuse.hpp"

#include <algorithm>
#include <vector>

namespace vermilion::pipeline::codec {
namespace {

using Decoded = tl::expected<Planes, Finding>;

constexpr bool has_alpha(int channels) {
  return channels == 2 || channels == 4;
}

// Lays a row over white paper and drops its alpha.
void flatten(const std::uint8_t* row, int width, int channels, std::uint8_t* opaque) {
  if (!has_alpha(channels)) {
    std::copy_n(row, width * channels, opaque);
    return;
  }
  const int colours = channels - 1;
  for (int x = 0; x < width; ++x, row += channels) {
    const int paper = 255 * (255 - row[colours]);
    for (int i = 0; i < colours; ++i) {
      *opaque++ = static_cast<std::uint8_t>((row[i] * row[colours] + paper + 127) / 255);
    }
  }
}

// Where the library puts its rows. An interlaced picture comes in seven passes over all of them, so
// all are kept; else one is enough.
class Rows {
 public:
  explicit Rows(const PngReader& png)
      : row_bytes_(static_cast<std::size_t>(png.width()) * png.channels()),
        keeps_all_(png.passes() > 1),
        bytes_(row_bytes_ * (keeps_all_ ? png.height() : 1)) {}

  std::uint8_t* operator[](int y) { return bytes_.data() + (keeps_all_ ? y * row_bytes_ : 0); }

 private:
  std::size_t row_bytes_;
  bool keeps_all_;
  std::vector<std::uint8_t> bytes_;
};

bool read_early_passes(PngReader& png, Rows& rows) {
  for (int pass = 1; pass < png.passes(); ++pass) {
    for (int y = 0; y < png.height(); ++y) {
      if (!png.read_row(rows[y])) return false;
    }
  }
  return true;
}

Decoded read_grey(PngReader& png, Rows& rows) {
  Planes planes = blank_planes(png.width(), png.height(), false);
  for (int y = 0; y < png.height(); ++y) {
    if (!png.read_row(rows[y])) return png.refusal();
    flatten(rows[y], png.width(), png.channels(), planes.luma.ptr(y));
  }
  return planes;
}

Decoded read_colour(PngReader& png, Rows& rows) {
  RgbToPlanes planes(png.width(), png.height(), true);
  for (int y = 0; y < png.height(); ++y) {
    if (!png.read_row(rows[y])) return png.refusal();
    flatten(rows[y], png.width(), png.channels(), planes.row());
    planes.next();
  }
  return planes.take();
}

}  // namespace

Decoded decode_png(std::span<const std::byte> bytes, const intake::Header& header) {
  PngReader png(bytes);
  if (!png.read_header()) return png.refusal();
  if (png.width() != header.width || png.height() != header.height) {
    return refuse(FindingCode::ImgCorrupt, "IHDR");
  }
  Rows rows(png);
  if (!read_early_passes(png, rows)) return png.refusal();
  const bool is_grey = png.channels() <= 2;
  Decoded picture = is_grey ? read_grey(png, rows) : read_colour(png, rows);
  if (picture && !png.read_end()) return png.refusal();
  return picture;
}

}  // namespace vermilion::pipeline::codec
