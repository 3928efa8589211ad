#pragma once

#include "service/effects/carry.hpp"
#include "service/payment/payment.hpp"
#include "service/transport/exchange.hpp"

#include <fmt/format.h>

namespace vermilion::service::effects {

// A request carried; what became of it, in the words of a job.
[[nodiscard]] inline Outcome<http::Answer> ask(const transport::Carrier& carrier,
                                               const http::Request& request) {
  auto exchanged = carrier(request);
  if (exchanged) return *std::move(exchanged);
  const bool unsent = exchanged.error().kind == transport::Failure::Kind::NotSent;
  return failed(unsent ? Failure::Kind::Later : Failure::Kind::Unknown, exchanged.error().reason);
}

// An answer that was read; one that cannot be believed tells nothing.
template <class T>
[[nodiscard]] Outcome<T> understood(tl::expected<T, payment::Distrust> read) {
  if (read) return *std::move(read);
  return failed(Failure::Kind::Unknown,
                fmt::format("the answer is not believed: {}", payment::name(read.error())));
}

}  // namespace vermilion::service::effects
