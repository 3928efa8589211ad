#include "rules/forms/signature.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules::forms {
namespace {

const std::string kHex = "000102030405060708090a0b0c0d0e0f101112131415161718191A1B1C1D1E1F";

TEST(FormKeys, AreReadInTheirOrder) {
  const auto keys =
      parse_keys("# of this year\n2 " + kHex + "\n\n1 " + kHex + "  # of last year\r\n");
  ASSERT_TRUE(keys);
  ASSERT_EQ(keys->size(), 2u);
  EXPECT_EQ((*keys)[0].id, 2);
  EXPECT_EQ((*keys)[1].id, 1);
  EXPECT_EQ((*keys)[0].secret.size(), 32u);
  EXPECT_EQ((*keys)[0].secret[31], 0x1f);
}

TEST(FormKeys, MistakeIsToldByItsLineAndNeverQuoted) {
  const struct {
    std::string text;
    const char* told;
  } cases[] = {{"", "no key"},
               {"# nothing\n", "no key"},
               {kHex, "line 1"},
               {"1 " + kHex.substr(2), "line 1"},
               {"1 " + kHex + "00", "line 1"},
               {"0 " + kHex, "line 1"},
               {"256 " + kHex, "line 1"},
               {"-1 " + kHex, "line 1"},
               {"1 " + kHex + "\n1 " + kHex, "line 2"},
               {"1 g" + kHex.substr(1), "line 1"}};
  for (const auto& [text, told] : cases) {
    const auto keys = parse_keys(text);
    ASSERT_FALSE(keys) << text;
    EXPECT_NE(keys.error().detail.find(told), std::string::npos) << keys.error().detail;
    EXPECT_EQ(keys.error().detail.find("0203"), std::string::npos);
  }
}

// RFC 4231, test case 1, cut.
TEST(FormSignature, IsHmacSha256) {
  const Key key{1, std::string(20, '\x0b')};
  const std::string data = "Hi There";
  const Signature expected{0xb0, 0x34, 0x4c, 0x61, 0xd8, 0xdb, 0x38, 0x53, 0x5c, 0xa8, 0xaf, 0xce};
  const std::vector<std::uint8_t> bytes(data.begin(), data.end());
  EXPECT_TRUE(same(sign(bytes, key), expected));
}

}  // namespace
}  // namespace vermilion::rules::forms
