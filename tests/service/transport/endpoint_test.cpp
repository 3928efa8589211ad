#include "service/transport/endpoint.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::transport {
namespace {

TEST(Endpoint, IsReadFromItsAddress) {
  const auto endpoint = endpoint_of("https://api.mch.weixin.qq.com");
  ASSERT_TRUE(endpoint);
  EXPECT_TRUE(endpoint->tls);
  EXPECT_EQ(endpoint->host, "api.mch.weixin.qq.com");
  EXPECT_EQ(endpoint->port, 443);
  EXPECT_EQ(endpoint->authority(), "api.mch.weixin.qq.com");
}

TEST(Endpoint, MayHaveAPortAndAPrefix) {
  const auto endpoint = endpoint_of("http://127.0.0.1:8077/pay/v2/");
  ASSERT_TRUE(endpoint);
  EXPECT_FALSE(endpoint->tls);
  EXPECT_EQ(endpoint->prefix, "/pay/v2");
  EXPECT_EQ(endpoint->authority(), "127.0.0.1:8077");
}

TEST(Endpoint, WhatIsNoAddressIsSaidToBeNone) {
  for (const char* url :
       {"", "ftp://a", "https://", "https://:443", "https://a:0", "https://a:65536", "https://a:x",
        "https://a b", "https://user@a", "https://a/?q=1", "https://[::1]/", "https://a\r\nb"}) {
    EXPECT_FALSE(endpoint_of(url)) << url;
  }
}

TEST(Endpoint, PlainHttpLeavesNotThisMachine) {
  EXPECT_TRUE(endpoint_of("http://localhost:8077"));
  EXPECT_THAT(endpoint_of("http://gateway.example.com").error(), testing::HasSubstr("needs https"));
}

}  // namespace
}  // namespace vermilion::service::transport
