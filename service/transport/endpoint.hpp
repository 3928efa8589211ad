#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace vermilion::service::transport {

// Where a partner is reached: what a request's path is put behind.
struct Endpoint {
  bool tls = true;
  std::string host;
  std::uint16_t port = 443;
  std::string prefix;  // "/sandbox", without a slash at its end; mostly empty

  // As the Host header says it: the port only where it is not the scheme's own.
  [[nodiscard]] std::string authority() const;
};

// From "https://api.mch.weixin.qq.com" or "http://127.0.0.1:8077/pay"; else a sentence why not.
// Plain http goes to this very machine only: signatures keep no secret.
[[nodiscard]] tl::expected<Endpoint, std::string> endpoint_of(std::string_view url);

}  // namespace vermilion::service::transport
