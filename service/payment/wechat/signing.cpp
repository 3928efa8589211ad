#include "service/payment/wechat/signing.hpp"

#include "service/crypto/base64.hpp"

#include <fmt/format.h>

#include <charconv>

namespace vermilion::service::payment::wechat {
namespace {

using namespace std::chrono_literals;

constexpr auto kSkewMax = 300s;  // WeChat Pay's own bound on replays

std::optional<Instant> instant_of(std::string_view digits) {
  std::int64_t seconds = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, seconds);
  if (error != std::errc() || stop != end || seconds < 0) return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

bool is_near(Instant at, Instant now) {
  return at < now + kSkewMax && now < at + kSkewMax;
}

}  // namespace

std::string signed_text(const http::Request& request, const Stamp& stamp) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n", request.method, request.path,
                     stamp.now.time_since_epoch().count(), stamp.nonce, request.body);
}

http::Request signed_request(http::Request request, const Merchant& merchant, const Stamp& stamp) {
  const std::string signature = crypto::to_base64(merchant.key.sign(signed_text(request, stamp)));
  request.headers.push_back({"Accept", "application/json"});
  if (!request.body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  request.headers.push_back(
      {"Authorization",
       fmt::format("WECHATPAY2-SHA256-RSA2048 mchid=\"{}\",nonce_str=\"{}\",timestamp=\"{}\","
                   "serial_no=\"{}\",signature=\"{}\"",
                   merchant.mchid, stamp.nonce, stamp.now.time_since_epoch().count(),
                   merchant.serial, signature)});
  return request;
}

tl::expected<void, Distrust> verify(const http::Headers& headers, std::string_view body,
                                    const Merchant& merchant, Instant now) {
  const auto timestamp = http::only(headers, "Wechatpay-Timestamp");
  const auto nonce = http::only(headers, "Wechatpay-Nonce");
  const auto serial = http::only(headers, "Wechatpay-Serial");
  const auto signature = http::only(headers, "Wechatpay-Signature");
  if (!timestamp || !nonce || !serial || !signature) return tl::unexpected(Distrust::Incomplete);
  const auto at = instant_of(*timestamp);
  if (!at) return tl::unexpected(Distrust::Incomplete);
  if (!is_near(*at, now)) return tl::unexpected(Distrust::Stale);
  const auto key = merchant.gateway_keys.find(*serial);
  if (key == merchant.gateway_keys.end()) return tl::unexpected(Distrust::UnknownKey);
  // A probe's signature begins with "WECHATPAY/SIGNTEST/" and is no base64 of ours to verify.
  const auto bytes = crypto::from_base64(*signature);
  const std::string text = fmt::format("{}\n{}\n{}\n", *timestamp, *nonce, body);
  if (!bytes || !key->second.verifies(text, *bytes)) {
    return tl::unexpected(Distrust::BadSignature);
  }
  return {};
}

}  // namespace vermilion::service::payment::wechat
