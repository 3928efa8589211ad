#pragma once

#include "service/http/message.hpp"

#include <string>

namespace vermilion::service::accounts {

// Where a request comes from, whoever says to send it.
struct Visitor {
  std::string device;   // digest of its cookie; empty: it has none
  std::string address;  // "203.0.113.7", "2001:db8:1:2::/64"; empty: this machine
  std::string agent;
};

// The address is what nginx says (`X-Real-IP`, which it sets whatever the client sent); of IPv6 the
// network, since a household has 2^64 of them.
[[nodiscard]] Visitor visitor_of(const http::Headers& headers);

}  // namespace vermilion::service::accounts
