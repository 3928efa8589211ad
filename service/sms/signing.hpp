#pragma once

#include "service/sms/sms.hpp"

#include <map>
#include <string>
#include <string_view>

// How both vendors want a request signed: a canonical form of it, hashed, under HMAC-SHA256.
namespace vermilion::service::sms {

struct SignedParts {
  std::string_view method;
  std::string_view path;
  std::string_view query;                      // sorted and escaped
  std::map<std::string, std::string> headers;  // lower-case names
  std::string_view body;
};

// The request as it is hashed.
[[nodiscard]] std::string canonical(const SignedParts& parts);

// "host;x-acs-action": which headers the signature covers.
[[nodiscard]] std::string signed_names(const SignedParts& parts);

// Aliyun's ACS3-HMAC-SHA256, in hexadecimal.
[[nodiscard]] std::string acs3_signature(const SignedParts& parts, std::string_view secret);

// Tencent's TC3-HMAC-SHA256, in hexadecimal.
[[nodiscard]] std::string tc3_signature(const SignedParts& parts, std::string_view secret,
                                        std::string_view service, Instant now);

// "2019-02-25" in UTC, part of Tencent's key and scope.
[[nodiscard]] std::string utc_date(Instant at);

// Everything but letters, digits and `-_.~` escaped (RFC 3986).
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace vermilion::service::sms
