#include "service/transport/address.hpp"

#include "service/transport/client.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>

#include <array>
#include <string>

namespace vermilion::service::transport {
namespace {

bool is_public_text(const std::string& text) {
  std::array<std::byte, 16> bytes{};
  const bool six = text.find(':') != std::string::npos;
  EXPECT_EQ(inet_pton(six ? AF_INET6 : AF_INET, text.c_str(), bytes.data()), 1) << text;
  return is_public(std::span(bytes).first(six ? 16 : 4));
}

TEST(Address, OfTheInternetIsPublic) {
  for (const char* text : {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255",
                           "172.32.0.0", "192.167.255.255", "198.17.255.255", "198.20.0.0",
                           "223.255.255.255", "2606:4700::1111", "2400:3200::1"}) {
    EXPECT_TRUE(is_public_text(text)) << text;
  }
}

TEST(Address, BehindUsIsNot) {
  for (const char* text : {"0.0.0.0",
                           "10.1.2.3",
                           "100.64.0.1",
                           "100.100.100.200",
                           "127.0.0.1",
                           "127.255.255.255",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.1",
                           "192.0.2.1",
                           "192.168.1.1",
                           "198.18.0.1",
                           "198.51.100.1",
                           "203.0.113.9",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::ffff:127.0.0.1",
                           "::ffff:8.8.8.8",
                           "64:ff9b::7f00:1",
                           "fe80::1",
                           "fc00::1",
                           "fd00:ec2::254",
                           "ff02::1",
                           "2001::1",
                           "2001:db8::1",
                           "2002:7f00:1::",
                           "3fff::1"}) {
    EXPECT_FALSE(is_public_text(text)) << text;
  }
}

// Somebody else's address may be a name for one of ours.
TEST(Address, BehindUsIsNotConnectedToWhereOnlyTheInternetIsAllowed) {
  for (const char* host : {"127.0.0.1", "localhost"}) {
    const Client client({.tls = false, .host = host, .port = 9, .prefix = {}},
                        {.public_only = true});
    const auto exchanged = client.exchange({"POST", "/", {}, "x"});
    ASSERT_FALSE(exchanged) << host;
    EXPECT_EQ(exchanged.error().kind, Failure::Kind::NotSent);
    EXPECT_THAT(exchanged.error().reason, testing::HasSubstr("no address of the internet"));
  }
}

}  // namespace
}  // namespace vermilion::service::transport
