#pragma once

#include "service/certificates/certificate.hpp"
#include "service/certificates/openssl.hpp"

// Certificates and revocation lists as OpenSSL holds them: put together here, told nothing by a
// register and nothing by a clock. Throw openssl::Broken.
namespace vermilion::service::certificates {

struct Profile {
  std::vector<std::string> credit_code_oids{std::string(kCreditCodeOid)};
  std::string crl_url = {};       // where the list is published; empty: nowhere
  std::chrono::days crl_life{7};  // until the next list must be there
};

enum class Reason : std::uint8_t {  // RFC 5280, 5.3.1
  Unspecified = 0,
  KeyCompromise = 1,
  AffiliationChanged = 3,  // the organisation has another name
  Superseded = 4,          // reissued
  CessationOfOperation = 5,
};

struct Revocation {
  std::string serial;
  Instant at{};
  Reason reason = Reason::Unspecified;

  friend bool operator==(const Revocation&, const Revocation&) = default;
};

// Who signs: a certificate and its key.
struct Signer {
  X509* certificate;
  const PrivateKey& key;
};

// 126 random bits after a first digit that is never 0: always 32 digits, never negative.
[[nodiscard]] std::string new_serial();
[[nodiscard]] std::string serial_of(const X509* certificate);

[[nodiscard]] openssl::X509Certificate certificate_in(std::string_view pem);
[[nodiscard]] std::string pem_of(X509* certificate);

[[nodiscard]] openssl::X509Certificate root_certificate(const std::string& name,
                                                        const PrivateKey& key, Validity validity);
[[nodiscard]] openssl::X509Certificate issuing_certificate(const std::string& name,
                                                           const PublicKey& key, Validity validity,
                                                           const Signer& root);
[[nodiscard]] openssl::X509Certificate organisation_certificate(
    const std::string& serial, const Holder& holder, const PublicKey& key, Validity validity,
    const Signer& issuing, const Profile& profile);

// In PEM. Revocations in the order of their serials, so that the same list is the same bytes.
[[nodiscard]] std::string revocation_list(const std::vector<Revocation>& revocations,
                                          std::uint64_t number, Validity validity,
                                          const Signer& issuing);

}  // namespace vermilion::service::certificates
