#include "service/transport/endpoint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace vermilion::service::transport {
namespace {

constexpr std::uint16_t kHttp = 80;
constexpr std::uint16_t kHttps = 443;
constexpr std::size_t kHostMax = 253;  // of a name in DNS

bool is_host_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.';
}

bool is_host(std::string_view text) {
  return !text.empty() && text.size() <= kHostMax && std::ranges::all_of(text, is_host_byte);
}

bool is_path(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_host_byte(c) || c == '/' || c == '_'; });
}

std::optional<std::uint16_t> port_of(std::string_view digits) {
  std::uint16_t port = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, port);
  if (error != std::errc() || stop != end || port == 0) return std::nullopt;
  return port;
}

bool is_this_machine(std::string_view host) {
  return host == "127.0.0.1" || host == "localhost";
}

}  // namespace

std::string Endpoint::authority() const {
  return port == (tls ? kHttps : kHttp) ? host : fmt::format("{}:{}", host, port);
}

tl::expected<Endpoint, std::string> endpoint_of(std::string_view url) {
  const auto wrong = [&](std::string_view why) {
    return tl::unexpected(fmt::format("{}: {}", url, why));
  };
  Endpoint endpoint;
  endpoint.tls = url.starts_with("https://");
  if (!endpoint.tls && !url.starts_with("http://")) return wrong("begins with no http(s)://");
  std::string_view rest = url.substr(url.find("//") + 2);
  const std::string_view authority = rest.substr(0, rest.find('/'));
  rest.remove_prefix(authority.size());
  while (rest.ends_with('/')) rest.remove_suffix(1);
  if (!is_path(rest)) return wrong("a path of letters, digits and `-._/` is wanted");
  endpoint.prefix = rest;
  const std::size_t colon = authority.find(':');
  endpoint.host = authority.substr(0, colon);
  if (!is_host(endpoint.host)) return wrong("names no host");
  const auto port = colon == std::string_view::npos ? std::optional(endpoint.tls ? kHttps : kHttp)
                                                    : port_of(authority.substr(colon + 1));
  if (!port) return wrong("has no port from 1 to 65535");
  endpoint.port = *port;
  if (!endpoint.tls && !is_this_machine(endpoint.host)) return wrong("needs https");
  return endpoint;
}

}  // namespace vermilion::service::transport
