#pragma once

#include "service/certificates/failure.hpp"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

// OpenSSL as the files of this folder use it: things that free themselves, and failures that are
// thrown here and caught at the doors.
namespace vermilion::service::certificates::openssl {

template <auto Free>
struct Freeing {
  template <class T>
  void operator()(T* thing) const {
    Free(thing);
  }
};

using Bio = std::unique_ptr<BIO, Freeing<&BIO_free>>;
using Number = std::unique_ptr<BIGNUM, Freeing<&BN_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, Freeing<&ASN1_INTEGER_free>>;
using Time = std::unique_ptr<ASN1_TIME, Freeing<&ASN1_TIME_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freeing<&EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freeing<&EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freeing<&EVP_MD_CTX_free>>;
using X509Name = std::unique_ptr<X509_NAME, Freeing<&X509_NAME_free>>;
using X509Certificate = std::unique_ptr<X509, Freeing<&X509_free>>;
using X509Request = std::unique_ptr<X509_REQ, Freeing<&X509_REQ_free>>;
using X509Extension = std::unique_ptr<X509_EXTENSION, Freeing<&X509_EXTENSION_free>>;
using X509Crl = std::unique_ptr<X509_CRL, Freeing<&X509_CRL_free>>;

struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws Broken with OpenSSL's own words.
void require(bool done, std::string_view what);

template <class T>
T required(T thing, std::string_view what) {
  require(thing != nullptr, what);
  return thing;
}

// What `work` gives, or why OpenSSL would not.
template <class Work>
auto guarded(Work&& work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const Broken& broken) {
    return failed(Fault::Refused, broken.what());
  }
}

[[nodiscard]] Bio reading(std::string_view text);
[[nodiscard]] Bio writing();
[[nodiscard]] std::string text_in(const Bio& bio);

// For reading PEM: no passwords are asked for on the terminal.
int no_password(char*, int, int, void*);

}  // namespace vermilion::service::certificates::openssl
