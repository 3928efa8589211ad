#include "service/accounts/visitor.hpp"

#include "service/accounts/cookies.hpp"
#include "service/accounts/tokens.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace vermilion::service::accounts {
namespace {

constexpr std::size_t kNetworkBytes = 8;

// What is no address is as good as one: a bucket of its own.
std::string network_of(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  std::fill(bytes.begin() + kNetworkBytes, bytes.end(), static_cast<unsigned char>(0));
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
  return std::string(text.data()) + "/64";
}

}  // namespace

Visitor visitor_of(const http::Headers& headers) {
  Visitor visitor;
  if (const auto device = cookie_in(headers, kDeviceCookie)) {
    visitor.device = digest_of_token(*device);
  }
  visitor.address = network_of(std::string(http::only(headers, "X-Real-IP").value_or("")));
  visitor.agent = std::string(http::only(headers, "User-Agent").value_or(""));
  return visitor;
}

}  // namespace vermilion::service::accounts
