#include "service/crypto/rsa.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <cassert>
#include <stdexcept>

namespace vermilion::service::crypto {
namespace {

constexpr int kBitsMin = 2048;  // below, neither gateway takes a key

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

const unsigned char* data(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Bio reading(std::string_view text) {
  return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free};
}

KeyHandle owned(EVP_PKEY* key) {
  return {key, &EVP_PKEY_free};
}

// A password would be asked for on the terminal; there is none.
int no_password(char*, int, int, void*) {
  return 0;
}

KeyHandle public_key(std::string_view pem) {
  if (EVP_PKEY* key = PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, &no_password, nullptr)) {
    return owned(key);
  }
  const Certificate certificate(
      PEM_read_bio_X509(reading(pem).get(), nullptr, &no_password, nullptr), &X509_free);
  return owned(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
}

tl::expected<KeyHandle, std::string> strong_rsa(KeyHandle key, std::string_view what) {
  if (key == nullptr) return tl::unexpected(fmt::format("no PEM {} in it", what));
  if (EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA) {
    return tl::unexpected(fmt::format("the {} is not an RSA key", what));
  }
  const int bits = EVP_PKEY_bits(key.get());
  if (bits < kBitsMin) {
    return tl::unexpected(
        fmt::format("the {} has {} bits, at least {} are asked for", what, bits, kBitsMin));
  }
  return key;
}

template <class Write>
std::string written(Write write) {
  const Bio out(BIO_new(BIO_s_mem()), &BIO_free);
  [[maybe_unused]] const int done = write(out.get());
  assert(done == 1);
  char* text = nullptr;
  const long length = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace

tl::expected<RsaPublicKey, std::string> RsaPublicKey::from_pem(std::string_view pem) {
  return strong_rsa(public_key(pem), "public key").map([](KeyHandle key) {
    return RsaPublicKey(std::move(key));
  });
}

bool RsaPublicKey::verifies(std::string_view message, std::string_view signature) const {
  const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
         EVP_DigestVerify(digest.get(), data(signature), signature.size(), data(message),
                          message.size()) == 1;
}

tl::expected<RsaPrivateKey, std::string> RsaPrivateKey::from_pem(std::string_view pem) {
  KeyHandle key =
      owned(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, &no_password, nullptr));
  return strong_rsa(std::move(key), "private key").map([](KeyHandle strong) {
    return RsaPrivateKey(std::move(strong));
  });
}

RsaPrivateKey RsaPrivateKey::generate() {
  KeyHandle key = owned(EVP_RSA_gen(kBitsMin));
  if (key == nullptr) throw std::runtime_error("OpenSSL made no RSA key");
  return RsaPrivateKey(std::move(key));
}

std::string RsaPrivateKey::sign(std::string_view message) const {
  const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::string signature(static_cast<std::size_t>(EVP_PKEY_size(key_.get())), '\0');
  std::size_t length = signature.size();
  const bool done =
      EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
      EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                     data(message), message.size()) == 1;
  if (!done) throw std::runtime_error("OpenSSL did not sign");
  signature.resize(length);
  return signature;
}

std::string RsaPrivateKey::public_pem() const {
  return written([&](BIO* out) { return PEM_write_bio_PUBKEY(out, key_.get()); });
}

std::string RsaPrivateKey::private_pem() const {
  return written([&](BIO* out) {
    return PEM_write_bio_PrivateKey(out, key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
}

}  // namespace vermilion::service::crypto
