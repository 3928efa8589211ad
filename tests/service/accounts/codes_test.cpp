#include "service/accounts/codes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::service::accounts {
namespace {

using workflow::organisation::Purpose;

const Keys& keys() {
  static const Keys kKeys = *Keys::from_text(std::string(64, 'a'));
  return kKeys;
}

const CodeFor kWhom{"91360000625912173B", Purpose::Register, "13807010001"};

TEST(Codes, FollowFromTheirDigestAndOurKeyAlone) {
  const std::string sent = new_code_digest(keys(), kWhom);
  const auto code = code_of(keys(), kWhom, sent);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->size(), 6u);
  EXPECT_EQ(sent.find(*code), std::string::npos);
  EXPECT_EQ(digest_of_typed(keys(), kWhom, sent, *code), sent);
  EXPECT_NE(digest_of_typed(keys(), kWhom, sent, "abcdef"), sent);
  EXPECT_FALSE(code_of(*Keys::from_text(std::string(64, 'b')), kWhom, sent));
}

TEST(Codes, AreForOneNumberOfOneOrganisationAndOnePurpose) {
  const std::string sent = new_code_digest(keys(), kWhom);
  const std::string code = *code_of(keys(), kWhom, sent);
  for (CodeFor other : {CodeFor{"91110108551385082Q", kWhom.purpose, kWhom.mobile},
                        CodeFor{kWhom.credit_code, Purpose::ChangePhone, kWhom.mobile},
                        CodeFor{kWhom.credit_code, kWhom.purpose, "13807010002"}}) {
    EXPECT_FALSE(code_of(keys(), other, sent));
    EXPECT_NE(digest_of_typed(keys(), other, sent, code), sent);
  }
}

TEST(Codes, OfNoKeyOfOursAreNone) {
  for (const auto* digest : {"", ".", "x", "0123456789abcdef0123456789abcdef.00"}) {
    EXPECT_FALSE(code_of(keys(), kWhom, digest)) << digest;
  }
}

TEST(Codes, DifferAndBeginWithAnyDigit) {
  std::set<std::string> codes;
  std::set<char> first;
  for (int i = 0; i < 300; ++i) {
    codes.insert(*code_of(keys(), kWhom, new_code_digest(keys(), kWhom)));
    first.insert((*codes.rbegin())[0]);
  }
  EXPECT_GT(codes.size(), 290u);
}

}  // namespace
}  // namespace vermilion::service::accounts
