#pragma once

#include "service/http/message.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

// What becomes of a request that is sent to a partner.
namespace vermilion::service::transport {

struct Failure {
  enum class Kind : std::uint8_t {
    NotSent,  // not a byte of it left: it may be sent again
    Unknown,  // it may have been taken: ask what became of it
  };

  Kind kind = Kind::Unknown;
  std::string reason;  // for the log; never holds what was sent or answered
};

using Exchanged = tl::expected<http::Answer, Failure>;

// How a request comes to its partner. The real one is `Client`; tests answer by themselves.
using Carrier = std::function<Exchanged(const http::Request&)>;

[[nodiscard]] std::string_view name(Failure::Kind kind);

}  // namespace vermilion::service::transport
