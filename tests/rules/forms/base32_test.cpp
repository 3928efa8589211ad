#include "rules/forms/base32.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules::forms {
namespace {

std::vector<std::uint8_t> bytes(std::string_view text) {
  return {text.begin(), text.end()};
}

// RFC 4648, section 10, without the padding.
TEST(Base32, WritesAsTheStandardDoes) {
  EXPECT_EQ(base32(bytes("")), "");
  EXPECT_EQ(base32(bytes("f")), "MY");
  EXPECT_EQ(base32(bytes("fo")), "MZXQ");
  EXPECT_EQ(base32(bytes("foo")), "MZXW6");
  EXPECT_EQ(base32(bytes("foob")), "MZXW6YQ");
  EXPECT_EQ(base32(bytes("fooba")), "MZXW6YTB");
  EXPECT_EQ(base32(bytes("foobar")), "MZXW6YTBOI");
}

TEST(Base32, ReadsWhatItWrites) {
  std::vector<std::uint8_t> all;
  for (unsigned i = 0; i < 300; ++i) {
    EXPECT_EQ(base32_bytes(base32(all)), all);
    all.push_back(static_cast<std::uint8_t>(i * 37));
  }
}

TEST(Base32, NothingElseIsTaken) {
  for (const char* text : {"my", "MY======", "M", "MZ", "MZX", "M1", "MZXW6Y", "M Y"}) {
    EXPECT_FALSE(base32_bytes(text)) << text;
  }
}

}  // namespace
}  // namespace vermilion::rules::forms
