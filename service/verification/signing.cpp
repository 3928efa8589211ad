#include "service/verification/signing.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace vermilion::service::verification {
namespace {

constexpr std::chrono::seconds kSkewMax{300};

std::optional<Instant> instant_of(std::string_view digits) {
  std::int64_t seconds = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, seconds);
  if (error != std::errc() || stop != end || seconds < 0) return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

std::string signature_of(std::string_view text, const Account& account) {
  return crypto::hex(crypto::hmac_sha256(account.secret, text));
}

// `what` is signed in front of time, nonce and body.
http::Headers headers_for(std::string_view what, std::string_view body, const Account& account,
                          const Stamp& stamp) {
  const std::string at = fmt::format("{}", stamp.now.time_since_epoch().count());
  const std::string text = fmt::format("{}{}\n{}\n{}\n", what, at, stamp.nonce, body);
  return {{"X-Key", account.key_id},
          {"X-Timestamp", at},
          {"X-Nonce", stamp.nonce},
          {"X-Signature", signature_of(text, account)}};
}

tl::expected<void, Distrust> verify_all(std::string_view what, const http::Headers& headers,
                                        std::string_view body, const Account& account,
                                        Instant now) {
  const auto key = http::only(headers, "X-Key");
  const auto timestamp = http::only(headers, "X-Timestamp");
  const auto nonce = http::only(headers, "X-Nonce");
  const auto signature = http::only(headers, "X-Signature");
  if (!key || !timestamp || !nonce || !signature) return tl::unexpected(Distrust::Incomplete);
  const auto at = instant_of(*timestamp);
  if (!at) return tl::unexpected(Distrust::Incomplete);
  if (*at >= now + kSkewMax || now >= *at + kSkewMax) return tl::unexpected(Distrust::Stale);
  if (*key != account.key_id) return tl::unexpected(Distrust::UnknownKey);
  const std::string text = fmt::format("{}{}\n{}\n{}\n", what, *timestamp, *nonce, body);
  if (!crypto::equal_secrets(*signature, signature_of(text, account))) {
    return tl::unexpected(Distrust::BadSignature);
  }
  return {};
}

std::string asked(const http::Request& request) {
  return fmt::format("{}\n{}\n", request.method, request.path);
}

}  // namespace

http::Request signed_request(http::Request request, const Account& account, const Stamp& stamp) {
  const auto headers = headers_for(asked(request), request.body, account, stamp);
  request.headers.insert(request.headers.end(), headers.begin(), headers.end());
  if (!request.body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  return request;
}

http::Headers signed_headers(std::string_view body, const Account& account, const Stamp& stamp) {
  return headers_for({}, body, account, stamp);
}

tl::expected<void, Distrust> verify(const http::Headers& headers, std::string_view body,
                                    const Account& account, Instant now) {
  return verify_all({}, headers, body, account, now);
}

tl::expected<void, Distrust> verify(const http::Request& request, const Account& account,
                                    Instant now) {
  return verify_all(asked(request), request.headers, request.body, account, now);
}

}  // namespace vermilion::service::verification
