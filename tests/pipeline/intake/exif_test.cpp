#include "pipeline/intake/exif.hpp"

#include "samples/hostile/bytes.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vermilion::pipeline::intake {
namespace {

using samples::hostile::append;
using samples::hostile::append_big_endian;
using samples::hostile::append_little_endian;
using samples::hostile::Bytes;
using samples::hostile::bytes_of;

ExifHints read(const Bytes& tiff) {
  return read_exif(ByteReader(std::as_bytes(std::span(tiff)), ByteOrder::Big));
}

struct Entry {
  unsigned tag;
  unsigned type;
  unsigned value;
};

Bytes tiff(ByteOrder order, const std::vector<Entry>& entries, const Bytes& tail = {}) {
  const auto put = [&](Bytes& bytes, std::uint64_t value, int count) {
    order == ByteOrder::Big ? append_big_endian(bytes, value, count)
                            : append_little_endian(bytes, value, count);
  };
  Bytes bytes = bytes_of(order == ByteOrder::Big ? std::string_view("MM\0*", 4)
                                                 : std::string_view("II*\0", 4));
  put(bytes, 8, 4);
  put(bytes, entries.size(), 2);
  for (const Entry& entry : entries) {
    put(bytes, entry.tag, 2);
    put(bytes, entry.type, 2);
    put(bytes, 1, 4);
    const int width = entry.type == 3 ? 2 : 4;
    put(bytes, entry.value, width);
    if (width == 2) put(bytes, 0, 2);
  }
  put(bytes, 0, 4);
  append(bytes, tail);
  return bytes;
}

TEST(Exif, OrientationBecomesAClockwiseTurn) {
  const std::vector<std::pair<unsigned, std::optional<int>>> table{
      {0, {}}, {1, 0}, {2, {}}, {3, 180}, {4, {}}, {5, {}}, {6, 90}, {7, {}}, {8, 270}, {9, {}}};
  for (const auto& [orientation, turn] : table) {
    for (const auto order : {ByteOrder::Big, ByteOrder::Little}) {
      EXPECT_EQ(read(tiff(order, {{0x0112, 3, orientation}})).rotation_deg, turn) << orientation;
    }
  }
}

TEST(Exif, ResolutionIsConvertedFromItsUnit) {
  Bytes rational;
  append_big_endian(rational, 1181, 4);
  append_big_endian(rational, 10, 4);
  const Bytes per_centimetre =
      tiff(ByteOrder::Big, {{0x011A, 5, 8 + 2 + 24 + 4}, {0x0128, 3, 3}}, rational);
  EXPECT_NEAR(read(per_centimetre).dpi.value(), 300, 0.1);
  const Bytes per_inch =
      tiff(ByteOrder::Big, {{0x011A, 5, 8 + 2 + 24 + 4}, {0x0128, 3, 2}}, rational);
  EXPECT_NEAR(read(per_inch).dpi.value(), 118.1, 0.1);
}

TEST(Exif, ResolutionOverZeroIsNone) {
  const Bytes zeros(8);
  EXPECT_FALSE(read(tiff(ByteOrder::Big, {{0x011A, 5, 8 + 2 + 12 + 4}}, zeros)).dpi);
}

TEST(Exif, OrientationOfAnotherTypeIsIgnored) {
  EXPECT_FALSE(read(tiff(ByteOrder::Little, {{0x0112, 4, 6}})).rotation_deg);
}

TEST(Exif, CutDirectoryGivesWhatIsThere) {
  const Bytes whole = tiff(ByteOrder::Big, {{0x0112, 3, 8}, {0x0128, 3, 2}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto hints = read(samples::hostile::cut(whole, size));
    const bool first_entry_is_whole = size >= 8 + 2 + 12;
    EXPECT_EQ(hints.rotation_deg.has_value(), first_entry_is_whole) << size;
  }
}

TEST(Exif, NoiseBehindTheMagicIsSurvived) {
  std::mt19937 noise(1);
  for (int i = 0; i < 10'000; ++i) {
    Bytes bytes = bytes_of({i % 2 == 0 ? "MM\0*" : "II*\0", 4});
    while (bytes.size() < 64) bytes.push_back(static_cast<std::uint8_t>(noise()));
    const auto hints = read(bytes);
    if (hints.dpi) {
      EXPECT_TRUE(*hints.dpi >= 30 && *hints.dpi <= 2400);
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::intake
