#include "service/certificates/certificate.hpp"

#include "service/certificates/openssl.hpp"
#include "service/certificates/signing.hpp"
#include "service/certificates/x509.hpp"

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <ctime>

namespace vermilion::service::certificates {

using namespace openssl;

namespace {

using Store = std::unique_ptr<X509_STORE, Freeing<&X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freeing<&X509_STORE_CTX_free>>;
using Object = std::unique_ptr<ASN1_OBJECT, Freeing<&ASN1_OBJECT_free>>;

Instant instant_of(const ASN1_TIME* time) {
  std::tm broken{};
  require(ASN1_TIME_to_tm(time, &broken) == 1, "reading a date");
  return Instant(std::chrono::seconds(timegm(&broken)));
}

std::string entry(const X509_NAME* name, int nid) {
  const int at = X509_NAME_get_index_by_NID(name, nid, -1);
  if (at < 0) return {};
  unsigned char* text = nullptr;
  const int length =
      ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  require(length >= 0, "reading a name");
  std::string value(reinterpret_cast<char*>(text), static_cast<std::size_t>(length));
  OPENSSL_free(text);
  return value;
}

std::string one_line(const X509_NAME* name) {
  const Bio out = writing();
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
  return text_in(out);
}

// A string of any kind within an extension's octets.
std::string text_of(X509_EXTENSION* extension) {
  const ASN1_OCTET_STRING* octets = X509_EXTENSION_get_data(extension);
  const unsigned char* at = octets->data;
  const std::unique_ptr<ASN1_STRING, Freeing<&ASN1_STRING_free>> text(
      d2i_DIRECTORYSTRING(nullptr, &at, octets->length));
  if (!text) return {};
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text.get())),
          static_cast<std::size_t>(ASN1_STRING_length(text.get()))};
}

std::string credit_code(const X509* certificate, const std::vector<std::string>& oids) {
  for (const std::string& oid : oids) {
    const Object object(required(OBJ_txt2obj(oid.c_str(), 1), "reading an object identifier"));
    const int at = X509_get_ext_by_OBJ(certificate, object.get(), -1);
    if (at >= 0) return text_of(X509_get_ext(certificate, at));
  }
  return {};
}

std::string public_pem(const X509* certificate) {
  const Bio out = writing();
  require(PEM_write_bio_PUBKEY(out.get(), X509_get0_pubkey(certificate)) == 1, "reading its key");
  return text_in(out);
}

CertificateFacts facts_of(const X509* certificate, const PublicKey& key,
                          const std::vector<std::string>& oids) {
  const X509_NAME* subject = X509_get_subject_name(certificate);
  return {
      serial_of(certificate),
      one_line(X509_get_issuer_name(certificate)),
      {entry(subject, NID_organizationName), credit_code(certificate, oids),
       entry(subject, NID_stateOrProvinceName), entry(subject, NID_localityName)},
      {instant_of(X509_get0_notBefore(certificate)), instant_of(X509_get0_notAfter(certificate))},
      key.id(),
      key.algorithm()};
}

void verify(X509* certificate, X509* issuing, X509* root, Instant at) {
  const Store store(required(X509_STORE_new(), "memory"));
  require(X509_STORE_add_cert(store.get(), root) == 1, "trusting the root");
  const std::unique_ptr<STACK_OF(X509),
                        decltype([](STACK_OF(X509) * stack) { sk_X509_free(stack); })>
      between(required(sk_X509_new_null(), "memory"));
  require(sk_X509_push(between.get(), issuing) > 0, "memory");
  const StoreContext context(required(X509_STORE_CTX_new(), "memory"));
  require(X509_STORE_CTX_init(context.get(), store.get(), certificate, between.get()) == 1,
          "beginning a verification");
  X509_STORE_CTX_set_time(context.get(), 0, at.time_since_epoch().count());
  if (X509_verify_cert(context.get()) == 1) return;
  throw Broken(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
}

}  // namespace

Result<CertificateFacts> read_certificate(std::string_view pem,
                                          const std::vector<std::string>& oids) {
  return key_in(pem).and_then([&](const PublicKey& key) {
    return guarded([&] { return facts_of(certificate_in(pem).get(), key, oids); });
  });
}

Result<PublicKey> key_in(std::string_view pem) {
  return guarded([&] { return public_pem(certificate_in(pem).get()); })
      .and_then([](const std::string& key) { return PublicKey::from_pem(key); });
}

Result<void> verify_chain(std::string_view certificate, std::string_view issuing,
                          std::string_view root, Instant at) {
  const auto good = guarded([&] {
    const X509Certificate leaf = certificate_in(certificate);
    const X509Certificate between = certificate_in(issuing);
    const X509Certificate top = certificate_in(root);
    verify(leaf.get(), between.get(), top.get(), at);
    return true;
  });
  if (!good) return tl::unexpected(good.error());
  return {};
}

}  // namespace vermilion::service::certificates
