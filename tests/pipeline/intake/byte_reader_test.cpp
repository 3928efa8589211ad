#include "pipeline/intake/byte_reader.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace vermilion::pipeline::intake {
namespace {

constexpr std::array kFive{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}, std::byte{0xFF}};
constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

TEST(ByteReader, NumbersAreReadInEitherOrder) {
  const ByteReader big(kFive, ByteOrder::Big);
  EXPECT_EQ(big.u16(0), 0x0102);
  EXPECT_EQ(big.u32(0), 0x01020304u);
  EXPECT_EQ(big.in(ByteOrder::Little).u16(0), 0x0201);
  EXPECT_EQ(big.in(ByteOrder::Little).u32(0), 0x04030201u);
  EXPECT_EQ(big.in(ByteOrder::Little).i32(1), static_cast<std::int32_t>(0xFF040302));
}

TEST(ByteReader, PastTheEndReadsAsZero) {
  const ByteReader bytes(kFive, ByteOrder::Big);
  EXPECT_EQ(bytes.u8(5), 0);
  EXPECT_EQ(bytes.u8(kFar), 0);
  EXPECT_EQ(bytes.u16(4), 0xFF00);
  EXPECT_EQ(bytes.u32(3), 0x04FF0000u);
  EXPECT_EQ(ByteReader({}, ByteOrder::Big).u32(0), 0u);
}

TEST(ByteReader, RangeThatWrapsAroundIsNotThere) {
  const ByteReader bytes(kFive, ByteOrder::Big);
  EXPECT_TRUE(bytes.has(5, 0));
  EXPECT_TRUE(bytes.has(0, 5));
  EXPECT_FALSE(bytes.has(1, 5));
  EXPECT_FALSE(bytes.has(2, kFar));
  EXPECT_FALSE(bytes.has(kFar, 2));
}

TEST(ByteReader, PartIsClippedToWhatIsThere) {
  const ByteReader bytes(kFive, ByteOrder::Big);
  EXPECT_EQ(bytes.part(3, 100).size(), 2u);
  EXPECT_EQ(bytes.part(5, 1).size(), 0u);
  EXPECT_EQ(bytes.part(kFar, kFar).size(), 0u);
  EXPECT_EQ(bytes.from(4).u8(0), 0xFF);
}

TEST(ByteReader, FindLooksFromThereOn) {
  const ByteReader bytes(kFive, ByteOrder::Big);
  EXPECT_EQ(bytes.find(0xFF, 0), 4u);
  EXPECT_EQ(bytes.find(1, 1), std::nullopt);
  EXPECT_EQ(bytes.find(1, kFar), std::nullopt);
}

}  // namespace
}  // namespace vermilion::pipeline::intake
