#pragma once

#include "service/verification/verification.hpp"

// HMAC-SHA256 over what is said, when and once: X-Key, X-Timestamp, X-Nonce, X-Signature.
namespace vermilion::service::verification {

// "POST\n/v1/verifications\n1795226400\n<nonce>\n<body>\n"
[[nodiscard]] http::Request signed_request(http::Request request, const Account& account,
                                           const Stamp& stamp);

// "1795226400\n<nonce>\n<body>\n": of answers and callbacks.
[[nodiscard]] http::Headers signed_headers(std::string_view body, const Account& account,
                                           const Stamp& stamp);

[[nodiscard]] tl::expected<void, Distrust> verify(const http::Headers& headers,
                                                  std::string_view body, const Account& account,
                                                  Instant now);
// Of a request; the other side's part.
[[nodiscard]] tl::expected<void, Distrust> verify(const http::Request& request,
                                                  const Account& account, Instant now);

}  // namespace vermilion::service::verification
