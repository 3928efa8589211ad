#include "service/certificates/signing.hpp"

namespace vermilion::service::certificates {
namespace {

using namespace openssl;

bool is_sm2(EVP_PKEY* key) {
  return EVP_PKEY_is_a(key, "SM2") == 1;
}

const EVP_MD* digest_for(EVP_PKEY* key) {
  return is_sm2(key) ? EVP_sm3() : EVP_sha256();
}

void give_id(EVP_PKEY* key, EVP_PKEY_CTX* context) {
  if (!is_sm2(key)) return;
  require(EVP_PKEY_CTX_set1_id(context, kSm2Id.data(), static_cast<int>(kSm2Id.size())) == 1,
          "giving SM2 its id");
}

Digest ready_to_sign(EVP_PKEY* key) {
  Digest digest(required(EVP_MD_CTX_new(), "memory"));
  EVP_PKEY_CTX* context = nullptr;
  require(EVP_DigestSignInit(digest.get(), &context, digest_for(key), nullptr, key) == 1,
          "beginning a signature");
  give_id(key, context);
  return digest;
}

// The certificate or request owns what it is given.
ASN1_OCTET_STRING* sm2_id() {
  ASN1_OCTET_STRING* id = required(ASN1_OCTET_STRING_new(), "memory");
  ASN1_OCTET_STRING_set(id, reinterpret_cast<const unsigned char*>(kSm2Id.data()),
                        static_cast<int>(kSm2Id.size()));
  return id;
}

bool verifies(std::string_view text, const ASN1_BIT_STRING& signature, EVP_PKEY* key) {
  const Digest digest(required(EVP_MD_CTX_new(), "memory"));
  EVP_PKEY_CTX* context = nullptr;
  require(EVP_DigestVerifyInit(digest.get(), &context, digest_for(key), nullptr, key) == 1,
          "beginning a verification");
  give_id(key, context);
  return EVP_DigestVerify(digest.get(), signature.data, static_cast<std::size_t>(signature.length),
                          reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

}  // namespace

void sign(X509* certificate, const PrivateKey& key) {
  const Digest digest = ready_to_sign(key.public_key().get());
  require(X509_sign_ctx(certificate, digest.get()) > 0, "signing a certificate");
}

void sign(X509_CRL* crl, const PrivateKey& key) {
  const Digest digest = ready_to_sign(key.public_key().get());
  require(X509_CRL_sign_ctx(crl, digest.get()) > 0, "signing a revocation list");
}

void sign(X509_REQ* request, const PrivateKey& key) {
  const Digest digest = ready_to_sign(key.public_key().get());
  require(X509_REQ_sign_ctx(request, digest.get()) > 0, "signing a request");
}

void set_sm2_id(X509* certificate) {
  if (is_sm2(X509_get0_pubkey(certificate))) X509_set0_distinguishing_id(certificate, sm2_id());
}

bool verifies(X509_REQ* request, EVP_PKEY* key) {
  if (is_sm2(key)) X509_REQ_set0_distinguishing_id(request, sm2_id());
  return X509_REQ_verify(request, key) == 1;
}

bool verifies(X509_CRL* crl, EVP_PKEY* key) {
  unsigned char* text = nullptr;
  const int length = i2d_re_X509_CRL_tbs(crl, &text);
  require(length > 0, "reading a revocation list");
  const std::string_view signed_text(reinterpret_cast<char*>(text),
                                     static_cast<std::size_t>(length));
  const ASN1_BIT_STRING* signature = nullptr;
  X509_CRL_get0_signature(crl, &signature, nullptr);
  const bool good = verifies(signed_text, *signature, key);
  OPENSSL_free(text);
  return good;
}

}  // namespace vermilion::service::certificates
