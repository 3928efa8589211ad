#include "rules/forms/payload.hpp"

#include "tests/rules/forms/an_order.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace vermilion::rules::forms {
namespace {

using tests::a_key;

Imprint an_imprint() {
  return {.order = "20261121093000017",
          .project = "jiangxi_public_resources",
          .document = "authorisation_letter",
          .generation = 3,
          .facts = digest_of({{"agent", "苏砚青"}})};
}

std::string written(const Imprint& imprint, const Key& key = a_key()) {
  return encode(imprint, key).value();
}

TEST(Payload, SaysWhatWasWritten) {
  const Imprint imprint = an_imprint();
  EXPECT_EQ(decode(written(imprint)), imprint);
  const std::vector keys{a_key(2, 'x'), a_key()};
  EXPECT_EQ(verify(written(imprint), keys), imprint);
}

// Version 6 of a QR code, error correction M, letters and digits: 41 modules on 26 mm.
TEST(Payload, LongestNamesThereAreFitTheSymbol) {
  EXPECT_LE(written(an_imprint()).size(), 154u);
  EXPECT_EQ(written(an_imprint()).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
            std::string::npos);
}

TEST(Payload, NamesItCannotHoldAreRefused) {
  for (const std::string name : {"", "单", "a b", "a/b", "123456789012345678901234567890123"}) {
    Imprint imprint = an_imprint();
    imprint.order = name;
    EXPECT_FALSE(encode(imprint, a_key())) << name;
  }
}

TEST(Payload, AnotherCodeIsNotOurs) {
  for (const char* text : {"", "V", "https://example.org/VF", "vfaaaa"}) {
    EXPECT_EQ(decode(text).error(), PayloadFault::NotOurs) << text;
  }
}

TEST(Payload, CutOrLengthenedIsRefused) {
  const std::string whole = written(an_imprint());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(verify(whole.substr(0, size), std::vector{a_key()})) << size;
  }
  EXPECT_EQ(decode("VF").error(), PayloadFault::Damaged);
  EXPECT_EQ(decode(whole + "=").error(), PayloadFault::Damaged);
  for (const char letter : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")) {
    EXPECT_FALSE(verify(whole + letter, std::vector{a_key()}));
  }
}

TEST(Payload, OfALaterProgramIsToldAsSuch) {
  std::string later = written(an_imprint());
  later[2] = 'B';  // the first five bits of the version
  EXPECT_EQ(decode(later).error(), PayloadFault::UnknownVersion);
}

TEST(Payload, KeyWeDoNotHoldIsNamed) {
  EXPECT_EQ(verify(written(an_imprint(), a_key(7)), std::vector{a_key(1)}).error(),
            PayloadFault::UnknownKey);
}

TEST(PayloadProperty, NoFlippedBitIsAccepted) {
  const std::vector keys{a_key()};
  const std::string whole = written(an_imprint());
  std::mt19937 random(11);  // its numbers are the standard's, unlike the distributions'
  for (int i = 0; i < 10'000; ++i) {
    std::string flipped = whole;
    char& letter = flipped[random() % flipped.size()];
    letter = static_cast<char>(letter ^ (1U << random() % 7));
    EXPECT_FALSE(verify(flipped, keys)) << flipped;
  }
}

TEST(PayloadProperty, NoForgedKeyIsAccepted) {
  const std::vector keys{a_key()};
  std::mt19937 random(12);
  for (int i = 0; i < 10'000; ++i) {
    Key forged = a_key();
    char& byte = forged.secret[random() % forged.secret.size()];
    byte = static_cast<char>(byte ^ (1U << random() % 8));
    EXPECT_EQ(verify(written(an_imprint(), forged), keys).error(), PayloadFault::BadSignature);
  }
}

// A form of another order verifies, and says that it is of another order.
TEST(PayloadProperty, NoReplayedFormIsTakenForAnother) {
  const std::vector keys{a_key()};
  std::mt19937 random(13);
  for (int i = 0; i < 10'000; ++i) {
    Imprint other = an_imprint();
    other.order = std::to_string(random());
    const auto read = verify(written(other), keys);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->order, other.order);
    EXPECT_NE(*read, an_imprint());
  }
}

TEST(PayloadDigest, HangsOnEveryNameAndValue) {
  const FactsDigest whole = digest_of({{"agent", "甲"}, {"recipient", "乙"}});
  EXPECT_NE(whole, digest_of({{"agent", "乙"}, {"recipient", "甲"}}));
  EXPECT_NE(whole, digest_of({{"agent", "甲"}}));
  EXPECT_NE(whole, digest_of({{"agent", "甲\nrecipient=3:乙"}}));
  EXPECT_EQ(whole, digest_of({{"recipient", "乙"}, {"agent", "甲"}}));
}

}  // namespace
}  // namespace vermilion::rules::forms
