#include "samples/hostile/encode_jpeg.hpp"
#include "samples/hostile/hostile.hpp"

#include <algorithm>

namespace vermilion::samples::hostile {
namespace {

constexpr std::uint8_t kSof0 = 0xC0;
constexpr std::uint8_t kDht = 0xC4;
constexpr std::uint8_t kSos = 0xDA;
constexpr std::uint8_t kDqt = 0xDB;
constexpr std::uint8_t kApp1 = 0xE1;
constexpr std::uint8_t kCom = 0xFE;

const Bytes kEnd{0xFF, 0xD9};

Bytes plain() {
  return encode_jpeg(sheet(120, 90), {});
}

Bytes progressive() {
  return encode_jpeg(sheet(120, 90), {.progressive = true});
}

// Frame header: marker, length (2), precision, height (2), width (2), components.
Bytes with_frame_byte(Bytes jpeg, std::uint8_t frame, std::size_t offset, std::uint8_t value) {
  jpeg[find_marker(jpeg, frame) + offset] = value;
  return jpeg;
}

Bytes with_dimensions(Bytes jpeg, int width, int height) {
  const std::size_t at = find_marker(jpeg, kSof0) + 4;
  jpeg[at] = static_cast<std::uint8_t>(height >> 8);
  jpeg[at + 1] = static_cast<std::uint8_t>(height);
  jpeg[at + 2] = static_cast<std::uint8_t>(width >> 8);
  jpeg[at + 3] = static_cast<std::uint8_t>(width);
  return jpeg;
}

Bytes with_marker(Bytes jpeg, std::uint8_t marker, std::uint8_t other) {
  jpeg[find_marker(jpeg, marker)] = other;
  return jpeg;
}

Bytes without_segment(Bytes jpeg, std::uint8_t marker) {
  const std::size_t at = find_marker(jpeg, marker);
  const int length = jpeg[at + 1] << 8 | jpeg[at + 2];
  const auto begin = jpeg.begin() + static_cast<std::ptrdiff_t>(at) - 1;
  jpeg.erase(begin, begin + length + 2);
  return jpeg;
}

// Where the SOS markers of all scans stand, found as they are in sound files: no other FF DA.
std::vector<std::size_t> scans_of(const Bytes& jpeg) {
  std::vector<std::size_t> scans;
  for (std::size_t at = 2; at + 1 < jpeg.size(); ++at) {
    if (jpeg[at] == 0xFF && jpeg[at + 1] == kSos) scans.push_back(at);
  }
  return scans;
}

Bytes ended_after(const Bytes& jpeg, std::size_t count) {
  Bytes shorter = cut(jpeg, count);
  append(shorter, kEnd);
  return shorter;
}

// The first scan again and again.
Bytes many_scans(int count) {
  const Bytes jpeg = encode_jpeg(sheet(32, 32), {.quality = 10, .progressive = true});
  const auto scans = scans_of(jpeg);
  const auto begin = jpeg.begin();
  const Bytes scan(begin + static_cast<std::ptrdiff_t>(scans.front()),
                   std::find(begin + static_cast<std::ptrdiff_t>(scans.front()) + 12, jpeg.end(),
                             std::uint8_t{0xFF}));
  Bytes bomb = cut(jpeg, scans.front());
  for (int i = 0; i < count; ++i) append(bomb, scan);
  append(bomb, kEnd);
  return bomb;
}

Bytes many_comments(int count) {
  Bytes comments;
  for (int i = 0; i < count; ++i) append(comments, jpeg_segment(kCom, {}));
  return with_segment(plain(), comments);
}

// A directory whose "next directory" is itself and whose count runs past the end.
Bytes looping_exif() {
  Bytes payload = bytes_of({"Exif\0\0II*\0\x08\0\0\0", 14});
  append_little_endian(payload, 0xFFFF, 2);
  for (int i = 0; i < 40; ++i) {
    append_little_endian(payload, 0x8769, 2);  // the offset of a further directory
    append_little_endian(payload, 4, 2);
    append_little_endian(payload, 1, 4);
    append_little_endian(payload, 8, 4);  // which is this one
  }
  append_little_endian(payload, 8, 4);
  return jpeg_segment(kApp1, payload);
}

Bytes wild_exif() {
  Bytes payload = bytes_of({"Exif\0\0MM\0*\0\0\0\x08", 14});
  append_big_endian(payload, 2, 2);
  for (const unsigned tag : {0x011AU, 0x0112U}) {
    append_big_endian(payload, tag, 2);
    append_big_endian(payload, 5, 2);  // RATIONAL, also for the orientation
    append_big_endian(payload, 0xFFFF'FFFF, 4);
    append_big_endian(payload, 0xFFFF'FFF8, 4);
  }
  return jpeg_segment(kApp1, payload);
}

// A code of length 1 for three symbols: there are two.
Bytes overfull_huffman_table() {
  Bytes table(1 + 16);
  table[1] = 3;
  append(table, {0, 1, 2});
  return jpeg_segment(kDht, table);
}

Bytes before(const Bytes& jpeg, std::uint8_t marker, const Bytes& segment) {
  Bytes extended = cut(jpeg, find_marker(jpeg, marker) - 1);
  const auto rest = jpeg.begin() + static_cast<std::ptrdiff_t>(extended.size());
  append(extended, segment);
  extended.insert(extended.end(), rest, jpeg.end());
  return extended;
}

Bytes two_frames() {
  const Bytes jpeg = plain();
  const std::size_t at = find_marker(jpeg, kSof0) - 1;
  const Bytes frame(jpeg.begin() + static_cast<std::ptrdiff_t>(at),
                    jpeg.begin() + static_cast<std::ptrdiff_t>(at) + 19);
  return before(jpeg, kSos, frame);
}

// The tail is there, but empty: a download that reserved its space and stopped.
Bytes zero_filled() {
  Bytes jpeg = plain();
  std::fill(jpeg.begin() + static_cast<std::ptrdiff_t>(jpeg.size() * 2 / 3), jpeg.end(),
            std::uint8_t{0});
  return jpeg;
}

Bytes without_a_restart_marker() {
  Bytes jpeg = encode_jpeg(sheet(120, 90), {.restart_rows = 1});
  const Bytes second{0xFF, 0xD1};
  const auto at = std::search(jpeg.begin(), jpeg.end(), second.begin(), second.end());
  jpeg.erase(at, at + 2);
  return jpeg;
}

Bytes one_scan_for_three_components() {
  Bytes jpeg = encode_jpeg(sheet(120, 90), {.progressive = true});
  return ended_after(jpeg, scans_of(jpeg)[1]);
}

void add_bombs(std::vector<File>& files) {
  files.push_back({"jpeg_2000_scans.jpg", many_scans(2000)});
  files.push_back({"jpeg_300_comments.jpg", many_comments(300)});
  files.push_back({"jpeg_65535x1.jpg", with_dimensions(plain(), 65535, 1)});
  files.push_back({"jpeg_1x65535.jpg", with_dimensions(plain(), 1, 65535)});
  files.push_back({"jpeg_65535x65535.jpg", with_dimensions(plain(), 65535, 65535)});
  files.push_back({"jpeg_16000x2500_in_5_kB.jpg", with_dimensions(plain(), 16000, 2500)});
  files.push_back({"jpeg_height_0.jpg", with_dimensions(plain(), 120, 0)});
}

void add_variants(std::vector<File>& files) {
  const Bytes arithmetic = encode_jpeg(sheet(120, 90), {.arithmetic = true});
  files.push_back({"jpeg_arithmetic.jpg", arithmetic});
  files.push_back({"jpeg_12_bit.jpg", with_frame_byte(plain(), kSof0, 3, 12)});
  files.push_back({"jpeg_lossless.jpg", with_marker(plain(), kSof0, 0xC3)});
  files.push_back({"jpeg_hierarchical.jpg", with_marker(plain(), kSof0, 0xDE)});
  Bytes two = with_frame_byte(plain(), kSof0, 8, 2);
  two[find_marker(two, kSof0) + 2] -= 3;
  files.push_back({"jpeg_two_components.jpg", two});
}

void add_cuts(std::vector<File>& files) {
  const Bytes jpeg = plain();
  files.push_back({"jpeg_cut_in_a_table.jpg", cut(jpeg, find_marker(jpeg, kDqt) + 20)});
  files.push_back({"jpeg_cut_before_the_scan.jpg", cut(jpeg, find_marker(jpeg, kSos) - 1)});
  files.push_back({"jpeg_cut_in_the_scan.jpg", cut(jpeg, jpeg.size() * 3 / 5)});
  files.push_back({"jpeg_cut_before_the_end.jpg", cut(jpeg, jpeg.size() - 1)});
  files.push_back({"jpeg_cut_and_ended.jpg", ended_after(jpeg, jpeg.size() * 3 / 5)});
  files.push_back({"jpeg_zero_filled.jpg", zero_filled()});
  const Bytes coarse = progressive();
  const auto scans = scans_of(coarse);
  files.push_back({"jpeg_last_scan_lost.jpg", ended_after(coarse, scans.back())});
  files.push_back({"jpeg_scans_of_chroma_lost.jpg", one_scan_for_three_components()});
  files.push_back({"jpeg_no_scan.jpg", ended_after(jpeg, find_marker(jpeg, kSos) - 1)});
}

void add_damages(std::vector<File>& files) {
  files.push_back({"jpeg_two_frames.jpg", two_frames()});
  files.push_back({"jpeg_two_starts.jpg", with_segment(plain(), {0xFF, 0xD8})});
  files.push_back(
      {"jpeg_no_quantisation.jpg", without_segment(without_segment(plain(), kDqt), kDqt)});
  files.push_back({"jpeg_overfull_huffman.jpg", before(plain(), kSos, overfull_huffman_table())});
  files.push_back({"jpeg_restart_lost.jpg", without_a_restart_marker()});
  Bytes stranger = plain();
  stranger[find_marker(stranger, kSos) + 4] = 77;  // the first component's name
  files.push_back({"jpeg_scan_of_unknown_component.jpg", stranger});
  files.push_back({"jpeg_segment_of_length_0.jpg", with_segment(plain(), {0xFF, kCom, 0, 0})});
  const Bytes jpeg = plain();
  files.push_back({"jpeg_scan_before_frame.jpg", without_segment(jpeg, kSof0)});
}

void add_oddities(std::vector<File>& files) {
  files.push_back({"jpeg_exif_loop.jpg", with_segment(plain(), looping_exif())});
  files.push_back({"jpeg_exif_wild_offsets.jpg", with_segment(plain(), wild_exif())});
}

}  // namespace

std::vector<File> hostile_jpegs() {
  std::vector<File> files;
  add_bombs(files);
  add_variants(files);
  add_cuts(files);
  add_damages(files);
  add_oddities(files);
  return files;
}

}  // namespace vermilion::samples::hostile
