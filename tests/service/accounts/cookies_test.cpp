#include "service/accounts/cookies.hpp"

#include "service/accounts/visitor.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::accounts {
namespace {

TEST(Cookies, AreFoundByTheirWholeNameOnce) {
  const auto value = [](std::string header) {
    return cookie_in({{"Cookie", std::move(header)}}, kSessionCookie).value_or("none");
  };
  EXPECT_EQ(value("__Host-session=abc"), "abc");
  EXPECT_EQ(value("a=b; __Host-session=abc; c=d"), "abc");
  EXPECT_EQ(value("__Host-session="), "");
  EXPECT_EQ(value("x__Host-session=abc"), "none");
  EXPECT_EQ(value("__Host-session2=abc"), "none");
  EXPECT_EQ(value("__Host-session=a; __Host-session=b"), "none");
  EXPECT_FALSE(cookie_in({}, kSessionCookie));
}

TEST(Cookies, AreForThisHostItsPagesAndTls) {
  EXPECT_EQ(set_cookie(kSessionCookie, "abc").value,
            "__Host-session=abc; Path=/; Secure; HttpOnly; SameSite=Strict");
  EXPECT_TRUE(set_cookie(kSessionCookie, "", std::chrono::seconds(0)).value.ends_with("Max-Age=0"));
}

TEST(Visitors, ShareAnAddressByTheirNetwork) {
  const auto address = [](std::string said) {
    return visitor_of({{"X-Real-IP", std::move(said)}}).address;
  };
  EXPECT_EQ(address("203.0.113.7"), "203.0.113.7");
  EXPECT_EQ(address("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
  EXPECT_EQ(address("2001:db8:1:2::9"), "2001:db8:1:2::/64");
  EXPECT_NE(address("2001:db8:1:3::9"), "2001:db8:1:2::/64");
  EXPECT_EQ(visitor_of({}).address, "");
}

}  // namespace
}  // namespace vermilion::service::accounts
