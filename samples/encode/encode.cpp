#include "samples/encode/encode.hpp"

#include "samples/encode/bmp.hpp"
#include "samples/encode/jpeg.hpp"
#include "samples/encode/png.hpp"

#include <algorithm>
#include <array>

namespace vermilion::samples::encode {
namespace {

using pipeline::ImageFormat;

JpegSettings jpeg_settings(const Recipe& recipe, Random& random) {
  JpegSettings settings{.quality = random.integer(80, 92), .halved_chroma = random.chance(0.7)};
  // Full chroma at the highest quality would pass the megabyte an upload may have.
  if (!settings.halved_chroma) settings.quality = std::min(settings.quality, 87);
  if (const auto quality = strength(recipe, Defect::JpegLowQuality)) {
    settings.quality = static_cast<int>(*quality);
  }
  settings.progressive = has(recipe, Defect::Progressive);
  if (has(recipe, Defect::Cmyk)) settings.colour = JpegColour::Cmyk;
  if (has(recipe, Defect::GreyJpeg)) settings.colour = JpegColour::Grey;
  return settings;
}

Encoded any_bmp(const Picture& picture, int dpi, Random& random) {
  static constexpr std::array kVariants{BmpSettings{24}, BmpSettings{24, true}, BmpSettings{32},
                                        BmpSettings{8},  BmpSettings{4},        BmpSettings{1}};
  const BmpSettings settings = random.choose(kVariants);
  return {bmp(picture, dpi, settings), ImageFormat::Bmp, settings.bits == 1};
}

struct PngDefect {
  Defect defect;
  PngVariant variant;
};
constexpr std::array kPngDefects{PngDefect{Defect::Png1Bit, PngVariant::OneBit},
                                 PngDefect{Defect::PngPalette, PngVariant::Palette},
                                 PngDefect{Defect::PngAlpha, PngVariant::Alpha},
                                 PngDefect{Defect::Png16Bit, PngVariant::SixteenBit}};

}  // namespace

Encoded encode(const Picture& picture, int dpi, const Recipe& recipe, Random random) {
  if (has(recipe, Defect::Bmp)) return any_bmp(picture, dpi, random);
  for (const PngDefect& row : kPngDefects) {
    if (!has(recipe, row.defect)) continue;
    return {png(picture, dpi, row.variant), ImageFormat::Png, row.variant == PngVariant::OneBit};
  }
  return {jpeg(picture, dpi, jpeg_settings(recipe, random)), ImageFormat::Jpeg,
          has(recipe, Defect::GreyJpeg)};
}

}  // namespace vermilion::samples::encode
