#include "samples/hostile/honest.hpp"

#include "samples/hostile/encode_bmp.hpp"
#include "samples/hostile/encode_jpeg.hpp"
#include "samples/hostile/encode_png.hpp"

namespace vermilion::samples::hostile {
namespace {

// Odd sides, so that every format pads its edges.
Picture small_sheet() {
  return sheet(61, 43);
}

void add_jpegs(std::vector<File>& files) {
  const auto add = [&](const std::string& name, const JpegVariant& variant) {
    files.push_back({"jpeg_" + name + ".jpg", encode_jpeg(small_sheet(), variant)});
  };
  add("420", {.dpi = 200});
  add("422", {.horizontal = 2, .vertical = 1});
  add("440", {.horizontal = 1, .vertical = 2});
  add("444", {.horizontal = 1, .vertical = 1});
  add("411", {.horizontal = 4, .vertical = 1});
  add("410", {.horizontal = 4, .vertical = 2});
  add("grey", {.colour = JpegColour::Grey});
  add("rgb", {.colour = JpegColour::Rgb});
  add("cmyk", {.colour = JpegColour::Cmyk});
  add("cmyk_without_adobe", {.colour = JpegColour::Cmyk, .adobe = false});
  add("ycck", {.colour = JpegColour::Ycck});
  add("progressive", {.progressive = true});
  add("progressive_grey", {.colour = JpegColour::Grey, .progressive = true});
  add("restarts", {.restart_rows = 1});
  const Bytes plain = encode_jpeg(small_sheet(), {});
  files.push_back({"jpeg_turned.jpg", with_segment(plain, exif_orientation(6))});
}

void add_pngs(std::vector<File>& files) {
  const auto add = [&](const std::string& name, const PngVariant& variant) {
    files.push_back({"png_" + name + ".png", encode_png(small_sheet(), variant)});
  };
  add("rgb", {.dpi = 300});
  add("rgb_16", {.bits = 16});
  add("rgb_interlaced", {.interlaced = true});
  add("rgba", {.colour = PngColour::Rgba, .fading = true});
  add("grey_1", {.colour = PngColour::Grey, .bits = 1});
  add("grey_4", {.colour = PngColour::Grey, .bits = 4});
  add("grey", {.colour = PngColour::Grey});
  add("grey_16_interlaced", {.colour = PngColour::Grey, .bits = 16, .interlaced = true});
  add("grey_alpha", {.colour = PngColour::GreyAlpha, .fading = true});
  add("palette_2", {.colour = PngColour::Palette, .bits = 2});
  add("palette_8_clear", {.colour = PngColour::Palette, .fading = true});
}

void add_bmps(std::vector<File>& files) {
  const auto add = [&](const std::string& name, const BmpVariant& variant) {
    files.push_back({"bmp_" + name + ".bmp", encode_bmp(small_sheet(), variant)});
  };
  add("1", {.bits = 1, .dpi = 200});
  add("4", {.bits = 4});
  add("8", {.bits = 8});
  add("8_coloured", {.bits = 8, .palette = png_palette(8)});
  add("24", {});
  add("24_top_down", {.top_down = true});
  add("32", {.bits = 32});
  add("32_masks", {.bits = 32, .with_masks = true});
}

}  // namespace

std::vector<File> honest_files() {
  std::vector<File> files;
  add_jpegs(files);
  add_pngs(files);
  add_bmps(files);
  return files;
}

}  // namespace vermilion::samples::hostile
