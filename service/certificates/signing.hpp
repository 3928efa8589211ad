#pragma once

#include "service/certificates/keys.hpp"
#include "service/certificates/openssl.hpp"

// Signing and verifying with the right digest and, for SM2, the right id. OpenSSL 3.0 leaves the id
// empty unless told, and its own verification of a CRL cannot be told (openssl#23471).
// Throw openssl::Broken.
namespace vermilion::service::certificates {

void sign(X509* certificate, const PrivateKey& key);
void sign(X509_CRL* crl, const PrivateKey& key);
void sign(X509_REQ* request, const PrivateKey& key);

// Told once, X509_verify and X509_verify_cert go by it.
void set_sm2_id(X509* certificate);

[[nodiscard]] bool verifies(X509_REQ* request, EVP_PKEY* key);
[[nodiscard]] bool verifies(X509_CRL* crl, EVP_PKEY* key);

}  // namespace vermilion::service::certificates
