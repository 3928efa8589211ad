#include "service/accounts/password_rule.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

bool is_taken(const std::string& password) {
  return check_password(password, {"91360000625912173B", "13807010001", "anna"}).has_value();
}

TEST(PasswordRule, TakesWhatIsLongAndNobodyElseHas) {
  for (const auto* password : {"correct horse battery staple", "我家在南昌市红谷滩", "tr0ub4dor&3",
                               "kv7-qqze", "Sommerregen über Nanchang"}) {
    EXPECT_TRUE(is_taken(password)) << password;
  }
}

TEST(PasswordRule, RefusesWhatIsShortCommonOrKnown) {
  for (const auto* password : {"",
                               "short",
                               "七个汉字不够的",
                               "password",
                               "Password",
                               "PASSWORD1",
                               "password2024!",
                               "12345678",
                               "87654321",
                               "aaaaaaaa",
                               "abcdefgh",
                               "88888888",
                               "woaini1314",
                               "admin123",
                               "qwertyuiop",
                               "1qaz2wsx",
                               "91360000625912173B",
                               "13807010001",
                               "anna1234",
                               "13807010001a"}) {
    EXPECT_FALSE(is_taken(password)) << password;
  }
  EXPECT_FALSE(is_taken(std::string(257, 'x')));
}

TEST(PasswordRule, NamesTheMemberItIsAbout) {
  EXPECT_EQ(check_password("x", {}, "/new").error().mistakes.at(0).pointer, "/new");
}

// NIST asks for a list of what is common; ASVS 6.2.4 for the first 3,000 that are long enough.
TEST(CommonPasswords, AreManyAndSorted) {
  const auto& all = common_passwords();
  EXPECT_GT(std::ranges::count_if(all, [](auto word) { return word.size() >= 8; }), 10'000);
  EXPECT_TRUE(std::ranges::is_sorted(all));
}

}  // namespace
}  // namespace vermilion::service::accounts
