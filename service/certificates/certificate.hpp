#pragma once

#include "service/certificates/keys.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::certificates {

using Instant = std::chrono::sys_seconds;

// Where certificates of this country carry the credit code: the identifier that once meant the
// organisation code (组织机构代码). GM/T 0015-2023 has one of its own, which sources disagree
// about; a profile may name it besides.
inline constexpr std::string_view kCreditCodeOid = "1.2.156.10260.4.1.4";

struct Holder {
  std::string name;         // 单位名称, as on the licence
  std::string credit_code;  // 统一社会信用代码
  std::string province = {};
  std::string city = {};

  friend bool operator==(const Holder&, const Holder&) = default;
};

struct Validity {
  Instant from{};
  Instant until{};  // OpenSSL takes it as over by then, RFC 5280 as the last second

  friend bool operator==(const Validity&, const Validity&) = default;
};

// What a certificate says.
struct CertificateFacts {
  std::string serial;  // hexadecimal, upper case
  std::string issuer;  // "CN = …", for people
  Holder holder;
  Validity validity;
  std::string key_id;  // of its public key
  Algorithm algorithm = Algorithm::Rsa;

  friend bool operator==(const CertificateFacts&, const CertificateFacts&) = default;
};

// From PEM. The credit code is looked for in each of `oids`, in their order.
[[nodiscard]] Result<CertificateFacts> read_certificate(std::string_view pem,
                                                        const std::vector<std::string>& oids = {
                                                            std::string(kCreditCodeOid)});

// Its public key.
[[nodiscard]] Result<PublicKey> key_in(std::string_view pem);

// Whether `root` signed `issuing`, that signed `certificate`, each in the way its kind of key asks
// for, and all three are valid at that moment. Refused says what is wrong.
[[nodiscard]] Result<void> verify_chain(std::string_view certificate, std::string_view issuing,
                                        std::string_view root, Instant at);

}  // namespace vermilion::service::certificates
