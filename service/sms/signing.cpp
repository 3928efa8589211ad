#include "service/sms/signing.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>

namespace vermilion::service::sms {
namespace {

using crypto::hex;
using crypto::hmac_sha256;
using crypto::sha256;

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

}  // namespace

std::string canonical(const SignedParts& parts) {
  std::string text = fmt::format("{}\n{}\n{}\n", parts.method, parts.path, parts.query);
  for (const auto& [name, value] : parts.headers) text += fmt::format("{}:{}\n", name, value);
  text += fmt::format("\n{}\n{}", signed_names(parts), hex(sha256(parts.body)));
  return text;
}

std::string signed_names(const SignedParts& parts) {
  std::string names;
  for (const auto& [name, value] : parts.headers) {
    if (!names.empty()) names += ';';
    names += name;
  }
  return names;
}

std::string acs3_signature(const SignedParts& parts, std::string_view secret) {
  const std::string text = fmt::format("ACS3-HMAC-SHA256\n{}", hex(sha256(canonical(parts))));
  return hex(hmac_sha256(secret, text));
}

std::string tc3_signature(const SignedParts& parts, std::string_view secret,
                          std::string_view service, Instant now) {
  const std::string date = utc_date(now);
  const std::string text =
      fmt::format("TC3-HMAC-SHA256\n{}\n{}/{}/tc3_request\n{}", now.time_since_epoch().count(),
                  date, service, hex(sha256(canonical(parts))));
  const std::string of_date = hmac_sha256(fmt::format("TC3{}", secret), date);
  const std::string key = hmac_sha256(hmac_sha256(of_date, service), "tc3_request");
  return hex(hmac_sha256(key, text));
}

std::string utc_date(Instant at) {
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(at));
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()),
                     unsigned(date.day()));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += is_unreserved(c) ? std::string(1, c)
                            : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace vermilion::service::sms
