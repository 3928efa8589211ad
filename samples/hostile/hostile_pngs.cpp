#include "samples/hostile/encode_png.hpp"
#include "samples/hostile/hostile.hpp"

#include <algorithm>

namespace vermilion::samples::hostile {
namespace {

Bytes plain() {
  return encode_png(sheet(60, 45), {});
}

Bytes end_chunk() {
  return png_chunk("IEND", {});
}

Bytes assembled(const std::vector<Bytes>& chunks) {
  Bytes png = png_signature();
  for (const Bytes& chunk : chunks) append(png, chunk);
  return png;
}

// White rows of one bit a pixel, each behind its filter byte.
Bytes white_rows(std::size_t width, std::size_t height) {
  Bytes row(1 + (width + 7) / 8, 0xFF);
  row[0] = 0;
  Bytes rows;
  rows.reserve(row.size() * height);
  for (std::size_t y = 0; y < height; ++y) append(rows, row);
  return rows;
}

Bytes white(std::uint32_t width, std::uint32_t height) {
  return assembled({png_header(width, height, 1, 0),
                    png_chunk("IDAT", deflated(white_rows(width, height))), end_chunk()});
}

// Promises what its data cannot hold.
Bytes promise(std::uint32_t width, std::uint32_t height) {
  return assembled(
      {png_header(width, height, 8, 2), png_chunk("IDAT", deflated(Bytes(200))), end_chunk()});
}

constexpr std::size_t kInflated = 10'000'000;

Bytes inflating(std::string_view type, std::string_view prefix) {
  Bytes data(prefix.begin(), prefix.end());
  append(data, deflated(Bytes(kInflated, 'A')));
  return with_chunk(plain(), png_chunk(type, data));
}

Bytes many_chunks(int count) {
  Bytes chunks;
  for (int i = 0; i < count; ++i) append(chunks, png_chunk("teSt", {}));
  return with_chunk(plain(), chunks);
}

// Only the length is there; nothing that long needs to be read to be refused.
Bytes long_text() {
  Bytes chunk;
  append_big_endian(chunk, 600'000, 4);
  append(chunk, bytes_of("zTXt"));
  return with_chunk(plain(), chunk);
}

Bytes animated() {
  Bytes control;
  append_big_endian(control, 1000, 4);  // frames
  append_big_endian(control, 0, 4);
  return with_chunk(plain(), png_chunk("acTL", control));
}

Bytes flipped(Bytes png, std::size_t at) {
  png[at] ^= 0x10;
  return png;
}

Bytes with_length(Bytes png, std::string_view type, std::uint32_t length) {
  Bytes bytes;
  append_big_endian(bytes, length, 4);
  std::copy(bytes.begin(), bytes.end(),
            png.begin() + static_cast<std::ptrdiff_t>(find_chunk(png, type)));
  return png;
}

Bytes rows_are_missing() {
  return assembled(
      {png_header(64, 64, 1, 0), png_chunk("IDAT", deflated(white_rows(64, 40))), end_chunk()});
}

Bytes bad_deflate() {
  Bytes data = deflated(white_rows(64, 64));
  data[2] = 0x07;  // a block of type 3, which does not exist
  return assembled({png_header(64, 64, 1, 0), png_chunk("IDAT", data), end_chunk()});
}

// Eight-bit indices into a palette of two colours.
Bytes index_past_the_palette() {
  Bytes rows;
  for (int y = 0; y < 64; ++y) {
    rows.push_back(0);
    rows.insert(rows.end(), 64, static_cast<std::uint8_t>(4 * y));
  }
  return assembled({png_header(64, 64, 8, 3), png_chunk("PLTE", {255, 255, 255, 200, 0, 0}),
                    png_chunk("IDAT", deflated(rows)), end_chunk()});
}

Bytes without_palette() {
  const Bytes data = png_chunk("IDAT", deflated(white_rows(512, 64)));
  return assembled({png_header(64, 64, 8, 3), data, end_chunk()});
}

Bytes header_second() {
  return assembled({png_chunk("tEXt", bytes_of({"a\0b", 3})), png_header(64, 64, 1, 0),
                    png_chunk("IDAT", deflated(white_rows(64, 64))), end_chunk()});
}

void add_bombs(std::vector<File>& files) {
  files.push_back({"png_32767x32767.png", white(32767, 32767)});
  files.push_back({"png_65535x1.png", white(65535, 1)});
  files.push_back({"png_1x65535.png", white(1, 65535)});
  files.push_back({"png_0x64.png", promise(0, 64)});
  files.push_back({"png_4294967295x64.png", promise(0xFFFF'FFFF, 64)});
  files.push_back({"png_16000x2500_in_70_bytes.png", promise(16000, 2500)});
  files.push_back({"png_16000x2500.png", white(16000, 2500)});
  files.push_back({"png_iccp_inflates.png", inflating("iCCP", {"p\0\0", 3})});
  files.push_back({"png_ztxt_inflates.png", inflating("zTXt", {"k\0\0", 3})});
  files.push_back({"png_itxt_inflates.png", inflating("iTXt", {"k\0\1\0\0\0", 6})});
  files.push_back({"png_3000_chunks.png", many_chunks(3000)});
  files.push_back({"png_text_of_600_kB.png", long_text()});
}

void add_cuts(std::vector<File>& files) {
  const Bytes png = plain();
  files.push_back({"png_cut_after_signature.png", cut(png, 8)});
  files.push_back({"png_cut_in_header.png", cut(png, 20)});
  files.push_back({"png_cut_in_data.png", cut(png, png.size() / 2)});
  files.push_back({"png_no_end.png", cut(png, png.size() - 12)});
  files.push_back({"png_cut_in_end.png", cut(png, png.size() - 3)});
  files.push_back({"png_rows_missing.png", rows_are_missing()});
}

void add_damages(std::vector<File>& files) {
  const Bytes png = plain();
  files.push_back({"png_data_flipped.png", flipped(png, find_chunk(png, "IDAT") + 60)});
  const Bytes text = png_chunk("tEXt", bytes_of({"Comment\0x", 9}));
  files.push_back({"png_text_sum_flipped.png", with_chunk(png, flipped(text, text.size() - 1))});
  files.push_back({"png_bad_deflate.png", bad_deflate()});
  files.push_back({"png_length_past_31_bits.png", with_length(png, "IDAT", 0x8000'0000)});
  files.push_back({"png_length_past_the_file.png", with_length(png, "IDAT", 0x7FFF'FFFF)});
  files.push_back({"png_no_data.png", assembled({png_header(64, 64, 8, 2), end_chunk()})});
  files.push_back({"png_no_palette.png", without_palette()});
  files.push_back({"png_two_headers.png", with_chunk(png, png_header(60, 45, 8, 2))});
  files.push_back({"png_header_second.png", header_second()});
  files.push_back({"png_rgb_of_4_bits.png",
                   assembled({png_header(64, 64, 4, 2), png_chunk("IDAT", {}), end_chunk()})});
  files.push_back({"png_index_past_the_palette.png", index_past_the_palette()});
}

void add_variants(std::vector<File>& files) {
  files.push_back({"png_animated.png", animated()});
  files.push_back({"png_of_xcode.png", assembled({png_chunk("CgBI", {0x50, 0, 0x20, 2}),
                                                  png_header(64, 64, 8, 6), end_chunk()})});
}

}  // namespace

std::vector<File> hostile_pngs() {
  std::vector<File> files;
  add_bombs(files);
  add_cuts(files);
  add_damages(files);
  add_variants(files);
  return files;
}

}  // namespace vermilion::samples::hostile
