#include "pipeline/intake/exif.hpp"

#include "pipeline/intake/density.hpp"

namespace vermilion::pipeline::intake {
namespace {

// Tags, types and layout: CIPA DC-008 (Exif 2.32), 4.6.
constexpr std::uint16_t kOrientation = 0x0112;
constexpr std::uint16_t kXResolution = 0x011A;
constexpr std::uint16_t kResolutionUnit = 0x0128;
constexpr std::uint16_t kShort = 3;
constexpr std::uint16_t kRational = 5;
constexpr std::size_t kEntryBytes = 12;

std::optional<ByteOrder> byte_order(ByteReader tiff) {
  if (tiff.starts_with({"II*\0", 4})) return ByteOrder::Little;
  if (tiff.starts_with({"MM\0*", 4})) return ByteOrder::Big;
  return std::nullopt;
}

std::optional<int> rotation_deg(std::uint16_t orientation) {
  switch (orientation) {
    case 1:
      return 0;
    case 3:
      return 180;
    case 6:
      return 90;
    case 8:
      return 270;
    default:  // 2, 4, 5 and 7 are mirrored: no scanner or camera held by hand does that
      return std::nullopt;
  }
}

struct Directory {
  std::optional<int> rotation_deg;
  std::optional<double> resolution;
  std::uint16_t unit = 2;  // inches, unless the directory says otherwise
};

double rational(ByteReader tiff, std::size_t at) {
  const double denominator = tiff.u32(at + 4);
  return denominator == 0 ? 0 : tiff.u32(at) / denominator;
}

void read_entry(ByteReader tiff, std::size_t at, Directory& directory) {
  const std::uint16_t tag = tiff.u16(at);
  const std::uint16_t type = tiff.u16(at + 2);
  const std::size_t value = at + 8;
  if (tag == kOrientation && type == kShort) {
    directory.rotation_deg = rotation_deg(tiff.u16(value));
  } else if (tag == kResolutionUnit && type == kShort) {
    directory.unit = tiff.u16(value);
  } else if (tag == kXResolution && type == kRational) {
    directory.resolution = rational(tiff, tiff.u32(value));
  }
}

std::optional<double> dpi_of(const Directory& directory) {
  constexpr std::uint16_t kCentimetre = 3;
  if (!directory.resolution) return std::nullopt;
  const double per_inch = directory.unit == kCentimetre ? kCentimetresPerInch : 1;
  return plausible_dpi(*directory.resolution * per_inch);
}

}  // namespace

ExifHints read_exif(ByteReader tiff) {
  const auto order = byte_order(tiff);
  if (!order) return {};
  tiff = tiff.in(*order);

  const std::size_t start = tiff.u32(4);
  const std::size_t entries = tiff.u16(start);
  Directory directory;
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t at = start + 2 + i * kEntryBytes;
    if (!tiff.has(at, kEntryBytes)) break;
    read_entry(tiff, at, directory);
  }
  return {.rotation_deg = directory.rotation_deg, .dpi = dpi_of(directory)};
}

}  // namespace vermilion::pipeline::intake
