#include "service/certificates/x509.hpp"

#include "service/certificates/signing.hpp"
#include "service/crypto/digest.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace vermilion::service::certificates {

using namespace openssl;

namespace {

using Object = std::unique_ptr<ASN1_OBJECT, Freeing<&ASN1_OBJECT_free>>;
using Octets = std::unique_ptr<ASN1_OCTET_STRING, Freeing<&ASN1_OCTET_STRING_free>>;
using Enumerated = std::unique_ptr<ASN1_ENUMERATED, Freeing<&ASN1_ENUMERATED_free>>;
using Revoked = std::unique_ptr<X509_REVOKED, Freeing<&X509_REVOKED_free>>;

Time time_of(Instant at) {
  return Time(required(ASN1_TIME_set(nullptr, at.time_since_epoch().count()), "writing a date"));
}

Integer integer_of(const std::string& digits) {
  BIGNUM* read = nullptr;
  require(BN_hex2bn(&read, digits.c_str()) == static_cast<int>(digits.size()), "reading a serial");
  const Number number(read);
  return Integer(required(BN_to_ASN1_INTEGER(number.get(), nullptr), "writing a serial"));
}

// Chinese as UTF8String, the country as PrintableString: OpenSSL's table of attributes knows.
void add(X509_NAME* name, const char* attribute, const std::string& value) {
  if (value.empty()) return;
  require(X509_NAME_add_entry_by_txt(name, attribute, MBSTRING_UTF8,
                                     reinterpret_cast<const unsigned char*>(value.data()),
                                     static_cast<int>(value.size()), -1, 0) == 1,
          fmt::format("the name \"{}\"", value));
}

X509Name authority_name(const std::string& name) {
  X509Name made(required(X509_NAME_new(), "memory"));
  add(made.get(), "C", "CN");
  add(made.get(), "O", name);
  add(made.get(), "CN", name);
  return made;
}

X509Name holder_name(const Holder& holder) {
  X509Name made(required(X509_NAME_new(), "memory"));
  add(made.get(), "C", "CN");
  add(made.get(), "ST", holder.province);
  add(made.get(), "L", holder.city);
  add(made.get(), "O", holder.name);
  add(made.get(), "CN", holder.name);
  return made;
}

X509Certificate begun(const std::string& serial, const X509_NAME* subject, const PublicKey& key,
                      Validity validity) {
  X509Certificate made(required(X509_new(), "memory"));
  const bool filled = X509_set_version(made.get(), X509_VERSION_3) &&
                      X509_set_serialNumber(made.get(), integer_of(serial).get()) &&
                      X509_set_subject_name(made.get(), subject) &&
                      X509_set_pubkey(made.get(), key.get()) &&
                      X509_set1_notBefore(made.get(), time_of(validity.from).get()) &&
                      X509_set1_notAfter(made.get(), time_of(validity.until).get());
  require(filled, "filling a certificate");
  return made;
}

void extend(X509* certificate, X509* issuer, int nid, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const X509Extension extension(
      required(X509V3_EXT_conf_nid(nullptr, &context, nid, value), "an extension"));
  require(X509_add_ext(certificate, extension.get(), -1) == 1, "adding an extension");
}

// OBJECT IDENTIFIER of the profile, PrintableString of the code.
void add_credit_code(X509* certificate, const std::string& oid, const std::string& code) {
  const std::unique_ptr<ASN1_PRINTABLESTRING, Freeing<&ASN1_PRINTABLESTRING_free>> text(
      required(ASN1_PRINTABLESTRING_new(), "memory"));
  require(ASN1_STRING_set(text.get(), code.data(), static_cast<int>(code.size())) == 1, "memory");
  unsigned char* encoded = nullptr;
  const int length = i2d_ASN1_PRINTABLESTRING(text.get(), &encoded);
  require(length > 0, "writing a credit code");
  const Octets octets(required(ASN1_OCTET_STRING_new(), "memory"));
  ASN1_STRING_set0(octets.get(), encoded, length);
  const Object object(required(OBJ_txt2obj(oid.c_str(), 1), "reading an object identifier"));
  const X509Extension extension(required(
      X509_EXTENSION_create_by_OBJ(nullptr, object.get(), 0, octets.get()), "an extension"));
  require(X509_add_ext(certificate, extension.get(), -1) == 1, "adding an extension");
}

void set_issuer(X509* certificate, X509* issuer) {
  require(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1, "its issuer");
}

Revoked entry_of(const Revocation& revocation) {
  Revoked entry(required(X509_REVOKED_new(), "memory"));
  require(X509_REVOKED_set_serialNumber(entry.get(), integer_of(revocation.serial).get()) &&
              X509_REVOKED_set_revocationDate(entry.get(), time_of(revocation.at).get()),
          "filling a revocation");
  // "Unspecified" is said by saying nothing (RFC 5280, 5.3.1).
  if (revocation.reason == Reason::Unspecified) return entry;
  const Enumerated reason(required(ASN1_ENUMERATED_new(), "memory"));
  ASN1_ENUMERATED_set(reason.get(), static_cast<long>(revocation.reason));
  require(X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, 0) == 1,
          "the reason of a revocation");
  return entry;
}

void extend_list(X509_CRL* crl, std::uint64_t number, const Signer& issuing) {
  const Integer value(required(ASN1_INTEGER_new(), "memory"));
  ASN1_INTEGER_set_uint64(value.get(), number);
  require(X509_CRL_add1_ext_i2d(crl, NID_crl_number, value.get(), 0, 0) == 1, "the list's number");
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuing.certificate, nullptr, nullptr, crl, 0);
  const X509Extension extension(
      required(X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always"),
               "an extension"));
  require(X509_CRL_add_ext(crl, extension.get(), -1) == 1, "adding an extension");
}

}  // namespace

std::string new_serial() {
  std::array<unsigned char, 16> bytes{};
  require(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1, "drawing a serial");
  bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3F) | 0x40);
  std::string digits = crypto::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  std::ranges::transform(digits, digits.begin(), [](unsigned char c) { return std::toupper(c); });
  return digits;
}

std::string serial_of(const X509* certificate) {
  const Number number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
  char* digits = required(BN_bn2hex(number.get()), "reading a serial");
  std::string serial = digits;
  OPENSSL_free(digits);
  return serial;
}

X509Certificate certificate_in(std::string_view pem) {
  X509Certificate certificate(
      required(PEM_read_bio_X509(reading(pem).get(), nullptr, &no_password, nullptr),
               "reading a certificate"));
  set_sm2_id(certificate.get());
  return certificate;
}

std::string pem_of(X509* certificate) {
  const Bio out = writing();
  require(PEM_write_bio_X509(out.get(), certificate) == 1, "writing a certificate");
  return text_in(out);
}

X509Certificate root_certificate(const std::string& name, const PrivateKey& key,
                                 Validity validity) {
  const X509Name subject = authority_name(name);
  X509Certificate made = begun(new_serial(), subject.get(), key.public_key(), validity);
  set_issuer(made.get(), made.get());
  extend(made.get(), made.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(made.get(), made.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(made.get(), made.get(), NID_subject_key_identifier, "hash");
  sign(made.get(), key);
  return made;
}

X509Certificate issuing_certificate(const std::string& name, const PublicKey& key,
                                    Validity validity, const Signer& root) {
  const X509Name subject = authority_name(name);
  X509Certificate made = begun(new_serial(), subject.get(), key, validity);
  set_issuer(made.get(), root.certificate);
  extend(made.get(), root.certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
  extend(made.get(), root.certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(made.get(), root.certificate, NID_subject_key_identifier, "hash");
  extend(made.get(), root.certificate, NID_authority_key_identifier, "keyid:always");
  sign(made.get(), root.key);
  return made;
}

X509Certificate organisation_certificate(const std::string& serial, const Holder& holder,
                                         const PublicKey& key, Validity validity,
                                         const Signer& issuing, const Profile& profile) {
  const X509Name subject = holder_name(holder);
  X509Certificate made = begun(serial, subject.get(), key, validity);
  set_issuer(made.get(), issuing.certificate);
  extend(made.get(), issuing.certificate, NID_basic_constraints, "critical,CA:FALSE");
  // Signing bids and logging in; what is encrypted for them goes to a certificate of its own.
  extend(made.get(), issuing.certificate, NID_key_usage,
         "critical,digitalSignature,nonRepudiation");
  extend(made.get(), issuing.certificate, NID_ext_key_usage, "clientAuth");
  extend(made.get(), issuing.certificate, NID_subject_key_identifier, "hash");
  extend(made.get(), issuing.certificate, NID_authority_key_identifier, "keyid:always");
  if (!profile.crl_url.empty()) {
    extend(made.get(), issuing.certificate, NID_crl_distribution_points,
           fmt::format("URI:{}", profile.crl_url).c_str());
  }
  for (const std::string& oid : profile.credit_code_oids) {
    add_credit_code(made.get(), oid, holder.credit_code);
  }
  sign(made.get(), issuing.key);
  return made;
}

std::string revocation_list(const std::vector<Revocation>& revocations, std::uint64_t number,
                            Validity validity, const Signer& issuing) {
  const X509Crl crl(required(X509_CRL_new(), "memory"));
  require(X509_CRL_set_version(crl.get(), X509_CRL_VERSION_2) &&
              X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(issuing.certificate)) &&
              X509_CRL_set1_lastUpdate(crl.get(), time_of(validity.from).get()) &&
              X509_CRL_set1_nextUpdate(crl.get(), time_of(validity.until).get()),
          "filling a revocation list");
  for (const Revocation& revocation : revocations) {
    require(X509_CRL_add0_revoked(crl.get(), entry_of(revocation).release()) == 1,
            "adding a revocation");
  }
  X509_CRL_sort(crl.get());
  extend_list(crl.get(), number, issuing);
  sign(crl.get(), issuing.key);
  const Bio out = writing();
  require(PEM_write_bio_X509_CRL(out.get(), crl.get()) == 1, "writing a revocation list");
  return text_in(out);
}

}  // namespace vermilion::service::certificates
