#pragma once

#include "service/transport/endpoint.hpp"
#include "service/transport/exchange.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace vermilion::service::transport {

struct Bounds {
  // From the first byte sent to the last received, TLS included. The slowest partner answers a
  // charge in three seconds; a job that waits longer is better tried again.
  std::chrono::milliseconds exchange{10'000};
  std::chrono::milliseconds connect{3'000};      // of the ten
  std::size_t body_bytes_max = 4 * 1024 * 1024;  // a day's bill of 20 000 rows
  // To addresses of the internet alone, for endpoints that somebody else names. The name is looked
  // up once: what was checked is what is connected to.
  bool public_only = false;
};

// Carries requests to one partner over HTTP/1.1 and brings the answers back, one connection each.
// Certificates are verified against the roots of the system, or against `roots_file` alone; the
// name must be the endpoint's. TLS 1.2 is the least.
//
// Throws nothing and never waits longer than the bounds say (looking up a name excepted, which the
// system bounds). May be used on several threads at once.
class Client {
 public:
  explicit Client(Endpoint endpoint, Bounds bounds = {}, std::string roots_file = {});

  [[nodiscard]] Exchanged exchange(const http::Request& request) const;

  // This client as what adapters are given; it lives as long as the carrier does.
  [[nodiscard]] static Carrier carrier(Endpoint endpoint, Bounds bounds = {},
                                       std::string roots_file = {});

 private:
  Endpoint endpoint_;
  Bounds bounds_;
  std::string roots_file_;
};

}  // namespace vermilion::service::transport
