#include "service/accounts/totp.hpp"

#include "tests/service/accounts/a_house.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::accounts::totp {
namespace {

constexpr const char* kSecret = "12345678901234567890";

// RFC 6238, appendix B, the rows of SHA-1.
TEST(Totp, GivesTheVectorsOfItsStandard) {
  const struct {
    std::int64_t at_s;
    const char* digits;
  } rows[] = {{59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
              {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& row : rows) {
    EXPECT_EQ(digits_at(kSecret, step_at(row.at_s), 8), row.digits) << row.at_s;
  }
}

// RFC 4226, appendix D.
TEST(Totp, GivesTheVectorsOfCountedPasswords) {
  const char* digits[] = {"755224", "287082", "359152", "969429", "338314",
                          "254676", "287922", "162583", "399871", "520489"};
  for (std::int64_t step = 0; step < 10; ++step) {
    EXPECT_EQ(digits_at(kSecret, step), digits[step]);
  }
}

TEST(Totp, AcceptsOneStepEitherWayAndNoMore) {
  const std::int64_t now = 1'800'000'000;
  for (int away = -3; away <= 3; ++away) {
    const auto typed = digits_at(kSecret, step_at(now) + away);
    const auto step = matching_step(kSecret, typed, now, 0);
    EXPECT_EQ(step.has_value(), away >= -1 && away <= 1) << away;
  }
}

TEST(Totp, IsGoodOnceAndNothingOlderAfterIt) {
  const std::int64_t now = 1'800'000'000;
  const auto typed = digits_at(kSecret, step_at(now));
  EXPECT_TRUE(matching_step(kSecret, typed, now, step_at(now) - 1));
  EXPECT_FALSE(matching_step(kSecret, typed, now, step_at(now)));
  EXPECT_FALSE(matching_step(kSecret, digits_at(kSecret, step_at(now) - 1), now, step_at(now)));
}

// RFC 4648, section 10, its padding left out.
TEST(Base32, GivesTheVectorsOfItsStandard) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fo"), "MZXQ");
  EXPECT_EQ(base32("foo"), "MZXW6");
  EXPECT_EQ(base32("foob"), "MZXW6YQ");
  EXPECT_EQ(base32("fooba"), "MZXW6YTB");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(tests::from_base32(base32("foobar")), "foobar");
}

TEST(TotpUri, TellsAuthenticatorsWhatTheyNeed) {
  EXPECT_EQ(uri("foobar", "朱 砂", "anna"),
            "otpauth://totp/%E6%9C%B1%20%E7%A0%82:anna?secret=MZXW6YTBOI&issuer=%E6%9C%B1%20"
            "%E7%A0%82&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace vermilion::service::accounts::totp
