#include "samples/hostile/encode_bmp.hpp"
#include "samples/hostile/hostile.hpp"

#include <algorithm>
#include <limits>

namespace vermilion::samples::hostile {
namespace {

constexpr std::size_t kPixelsAt = 10;
constexpr std::size_t kInfoBytesAt = 14;
constexpr std::size_t kWidthAt = 18;
constexpr std::size_t kHeightAt = 22;
constexpr std::size_t kBitsAt = 28;
constexpr std::size_t kCompressionAt = 30;

Bytes plain(int bits = 24) {
  return encode_bmp(sheet(40, 30), {.bits = bits});
}

Bytes with_field(Bytes bmp, std::size_t at, std::int64_t value, int count = 4) {
  Bytes field;
  append_little_endian(field, static_cast<std::uint64_t>(value), count);
  std::copy(field.begin(), field.end(), bmp.begin() + static_cast<std::ptrdiff_t>(at));
  return bmp;
}

Bytes run_length_bomb() {
  Bytes bmp = plain(8);
  bmp = with_field(bmp, kWidthAt, 32767);
  bmp = with_field(bmp, kHeightAt, 32767);
  bmp = with_field(bmp, kCompressionAt, 1);
  return cut(bmp, 1080);
}

// The header of OS/2 1.x: 16-bit sides, a palette of three bytes an entry.
Bytes os2_core() {
  Bytes bmp = bytes_of("BM");
  append_little_endian(bmp, 26 + 6 + 4 * 30 * 2, 4);
  append_little_endian(bmp, 0, 4);
  append_little_endian(bmp, 26 + 6, 4);
  append_little_endian(bmp, 12, 4);
  for (const unsigned field : {40U, 30U, 1U, 1U}) append_little_endian(bmp, field, 2);
  append(bmp, {255, 255, 255, 0, 0, 0});
  bmp.resize(bmp.size() + 8 * 30);
  return bmp;
}

Bytes rgb565() {
  Bytes bmp = encode_bmp(sheet(40, 30), {.bits = 32, .with_masks = true});
  bmp = with_field(bmp, kBitsAt, 16, 2);
  bmp = with_field(bmp, 54, 0xF800);
  bmp = with_field(bmp, 58, 0x07E0);
  return with_field(bmp, 62, 0x001F);
}

Bytes red_first() {
  Bytes bmp = encode_bmp(sheet(40, 30), {.bits = 32, .with_masks = true});
  bmp = with_field(bmp, 54, 0x0000'00FF);
  return with_field(bmp, 62, 0x00FF'0000);
}

// Indices up to 255 into two colours.
Bytes index_past_the_palette() {
  const Bytes palette{255, 255, 255, 0, 0, 0};
  Bytes bmp = encode_bmp(sheet(40, 30), {.bits = 8, .palette = palette});
  std::fill(bmp.end() - 40 * 10, bmp.end(), std::uint8_t{0xFF});
  return bmp;
}

void add_sizes(std::vector<File>& files) {
  files.push_back({"bmp_run_lengths_32767x32767.bmp", run_length_bomb()});
  files.push_back({"bmp_negative_width.bmp", with_field(plain(), kWidthAt, -40)});
  files.push_back({"bmp_lowest_height.bmp",
                   with_field(plain(), kHeightAt, std::numeric_limits<std::int32_t>::min())});
  files.push_back({"bmp_height_0.bmp", with_field(plain(), kHeightAt, 0)});
  files.push_back({"bmp_16000x2500_in_4_kB.bmp",
                   with_field(with_field(plain(), kWidthAt, 16000), kHeightAt, 2500)});
}

void add_variants(std::vector<File>& files) {
  files.push_back({"bmp_run_lengths.bmp", with_field(plain(8), kCompressionAt, 1)});
  files.push_back({"bmp_jpeg_inside.bmp", with_field(plain(), kCompressionAt, 4)});
  files.push_back({"bmp_565.bmp", rgb565()});
  files.push_back({"bmp_red_first.bmp", red_first()});
  files.push_back({"bmp_os2_core.bmp", os2_core()});
  files.push_back({"bmp_os2_64.bmp", with_field(plain(), kInfoBytesAt, 64)});
}

void add_cuts(std::vector<File>& files) {
  const Bytes bmp = plain();
  files.push_back({"bmp_cut_in_header.bmp", cut(bmp, 40)});
  files.push_back({"bmp_cut_in_pixels.bmp", cut(bmp, bmp.size() * 3 / 5)});
  files.push_back({"bmp_cut_by_one_byte.bmp", cut(bmp, bmp.size() - 1)});
}

void add_damages(std::vector<File>& files) {
  files.push_back({"bmp_header_of_7_bytes.bmp", with_field(plain(), kInfoBytesAt, 7)});
  files.push_back({"bmp_of_5_bits.bmp", with_field(plain(8), kBitsAt, 5, 2)});
  files.push_back({"bmp_pixels_in_the_header.bmp", with_field(plain(), kPixelsAt, 20)});
  files.push_back({"bmp_index_past_the_palette.bmp", index_past_the_palette()});
}

void add_oddities(std::vector<File>& files) {
  const Picture picture = sheet(40, 30);
  files.push_back({"bmp_top_down.bmp", encode_bmp(picture, {.top_down = true})});
  files.push_back(
      {"bmp_size_off_by_2.bmp", encode_bmp(picture, {.claimed_size_off = 2, .trailing = 2})});
  files.push_back({"bmp_masks.bmp", encode_bmp(picture, {.bits = 32, .with_masks = true})});
}

}  // namespace

std::vector<File> hostile_bmps() {
  std::vector<File> files;
  add_sizes(files);
  add_variants(files);
  add_cuts(files);
  add_damages(files);
  add_oddities(files);
  return files;
}

}  // namespace vermilion::samples::hostile
