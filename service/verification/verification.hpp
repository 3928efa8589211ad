#pragma once

#include "service/http/message.hpp"
#include "service/payment/payment.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

// 法人核验: a provider proves by telephone that the legal person of an organisation is the one who
// agrees. We hold the result and its reference, never a face: what else a provider sends is not
// even read. The contract stands in service/README.md; none is published by the source documents.
namespace vermilion::service::verification {

using payment::Distrust;
using payment::Instant;
using payment::Stamp;

struct Account {
  std::string key_id;
  std::string secret;
  std::string notify_url;
};

// Who is to be verified, and for which order. The provider takes the legal person from the register
// by the credit code; the person consents on the provider's page to the text named here.
struct Subject {
  std::string order;
  std::string credit_code;
  std::string organisation;
  std::string consent;  // version of the text, "2026-1"
};

struct Started {
  std::string reference;  // the provider's
  std::string url;        // what the code shows; bound to the order
  Instant expires{};
};

struct Result {
  enum class State : std::uint8_t { Pending, Passed, Failed };

  std::string notice;  // the same for every repetition; an answer carries none
  std::string order;
  std::string reference;
  State state = State::Pending;
  std::string channel;     // "face", "bank_card" or "counter": a face is nobody's only way
  Instant at{};            // of the result
  Instant consented_at{};  // always before it
};

// The same order asked for again is the same verification.
[[nodiscard]] http::Request start_request(const Account& account, const Subject& subject,
                                          const Stamp& stamp);
[[nodiscard]] http::Request query_request(const Account& account, std::string_view order,
                                          const Stamp& stamp);

[[nodiscard]] tl::expected<Started, Distrust> read_started(const http::Answer& answer,
                                                           std::string_view order,
                                                           const Account& account, Instant now);
[[nodiscard]] tl::expected<Result, Distrust> read_result(const http::Answer& answer,
                                                         const Account& account, Instant now);
// A callback; its signature covers the bytes as they came. Answer 204 once it is stored.
[[nodiscard]] tl::expected<Result, Distrust> read_notice(const http::Headers& headers,
                                                         std::string_view body,
                                                         const Account& account, Instant now);

}  // namespace vermilion::service::verification
