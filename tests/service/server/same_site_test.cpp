#include "service/server/same_site.hpp"

#include "tests/service/server/a_server.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::server {
namespace {

Route route_with(Access access) {
  return {.method = "POST", .path = "/", .access = access};
}

bool is_refused(http::Headers headers, Access access = Access::Account,
                const std::string& method = "POST") {
  return asks_from_elsewhere(route_with(access), incoming(method, "/", std::move(headers)));
}

TEST(SameSite, IsWhatTheBrowserSaysFirst) {
  EXPECT_FALSE(is_refused({{"Sec-Fetch-Site", "same-origin"}}));
  for (const auto* site : {"cross-site", "same-site", "none", "", "Same-Origin"}) {
    EXPECT_TRUE(is_refused({{"Sec-Fetch-Site", site}})) << site;
  }
  EXPECT_TRUE(is_refused({{"Sec-Fetch-Site", "same-origin"}, {"Sec-Fetch-Site", "same-origin"}}));
}

TEST(SameSite, IsTheOriginOfOlderBrowsers) {
  EXPECT_FALSE(is_refused({{"Origin", "https://vermilion.example"}}));
  for (const auto* origin :
       {"https://evil.example", "null", "", "vermilion.example",
        "https://vermilion.example.evil.example", "https://vermilion.example:444"}) {
    EXPECT_TRUE(is_refused({{"Origin", origin}})) << origin;
  }
  EXPECT_TRUE(is_refused(
      {{"Origin", "https://vermilion.example"}, {"Origin", "https://vermilion.example"}}));
}

TEST(SameSite, ConcernsChangesThatBrowsersAskFor) {
  const http::Headers elsewhere{{"Origin", "https://evil.example"}};
  EXPECT_FALSE(is_refused(elsewhere, Access::Account, "GET"));
  EXPECT_FALSE(is_refused(elsewhere, Access::Client));
  EXPECT_FALSE(is_refused(elsewhere, Access::Machine));
  EXPECT_TRUE(is_refused(elsewhere, Access::Public));
  EXPECT_TRUE(is_refused(elsewhere, Access::SignedIn, "DELETE"));
  EXPECT_FALSE(is_refused({})) << "no browser";
}

}  // namespace
}  // namespace vermilion::service::server
