#include "service/certificates/keys.hpp"

#include "service/certificates/openssl.hpp"
#include "service/certificates/signing.hpp"
#include "service/crypto/digest.hpp"
#include "service/crypto/secret_file.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace vermilion::service::certificates {

using namespace openssl;

namespace {

constexpr int kRsaBitsMin = 2048;  // what keys in circulation have; less is refused everywhere
constexpr unsigned kRsaBits = 3072;

std::optional<Algorithm> algorithm_of(EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "SM2") == 1) return Algorithm::Sm2;
  if (EVP_PKEY_is_a(key, "RSA") == 1) return Algorithm::Rsa;
  return std::nullopt;
}

Key generated(Algorithm algorithm) {
  EVP_PKEY* key = algorithm == Algorithm::Sm2
                      ? EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2")
                      : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{kRsaBits});
  return Key(required(key, "making a key"));
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

}  // namespace

std::string_view name_of(Algorithm algorithm) {
  return algorithm == Algorithm::Sm2 ? "sm2" : "rsa";
}

Result<PublicKey> checked(std::shared_ptr<EVP_PKEY> key) {
  const auto algorithm = algorithm_of(key.get());
  if (!algorithm) return failed(Fault::Refused, "the key is neither RSA nor SM2");
  const int bits = EVP_PKEY_get_bits(key.get());
  if (*algorithm == Algorithm::Rsa && bits < kRsaBitsMin) {
    return failed(Fault::Refused, fmt::format("an RSA key of {} bits; at least {} are asked for",
                                              bits, kRsaBitsMin));
  }
  return PublicKey(std::move(key), *algorithm);
}

Result<PublicKey> PublicKey::from_pem(std::string_view pem) {
  const auto key = guarded([&] {
    return Key(required(PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, &no_password, nullptr),
                        "reading a public key"))
        .release();
  });
  if (!key) return tl::unexpected(key.error());
  return checked({*key, &EVP_PKEY_free});
}

Result<PublicKey> PublicKey::from_request(std::string_view pem) {
  const auto key = guarded([&] {
    const X509Request request(
        required(PEM_read_bio_X509_REQ(reading(pem).get(), nullptr, &no_password, nullptr),
                 "reading a certificate request"));
    Key shown(required(X509_REQ_get_pubkey(request.get()), "reading its key"));
    require(verifies(request.get(), shown.get()), "the request is not signed by its key");
    return shown.release();
  });
  if (!key) return tl::unexpected(key.error());
  return checked({*key, &EVP_PKEY_free});
}

std::string PublicKey::id() const {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  X509_PUBKEY* wrapped = nullptr;
  require(X509_PUBKEY_set(&wrapped, key_.get()) == 1, "naming a key");
  const unsigned char* bits = nullptr;
  int bits_length = 0;
  X509_PUBKEY_get0_param(nullptr, &bits, &bits_length, nullptr, wrapped);
  EVP_Digest(bits, static_cast<std::size_t>(bits_length), digest.data(), &length, EVP_sha1(),
             nullptr);
  X509_PUBKEY_free(wrapped);
  return upper(crypto::hex({reinterpret_cast<const char*>(digest.data()), length}));
}

std::string PublicKey::pem() const {
  const Bio out = writing();
  require(PEM_write_bio_PUBKEY(out.get(), key_.get()) == 1, "writing a public key");
  return text_in(out);
}

PrivateKey PrivateKey::generate(Algorithm algorithm) {
  return PrivateKey(PublicKey({generated(algorithm).release(), &EVP_PKEY_free}, algorithm));
}

Result<PrivateKey> PrivateKey::read(const std::filesystem::path& file) {
  const auto pem = crypto::read_secret_file(file);
  if (!pem) return failed(Fault::Unavailable, pem.error());
  Key key(PEM_read_bio_PrivateKey(reading(*pem).get(), nullptr, &no_password, nullptr));
  if (!key) return failed(Fault::Refused, fmt::format("{}: no PEM private key", file.string()));
  return checked({key.release(), &EVP_PKEY_free}).map([](PublicKey good) {
    return PrivateKey(std::move(good));
  });
}

Result<void> PrivateKey::write(const std::filesystem::path& file) const {
  const Bio out = writing();
  require(PEM_write_bio_PrivateKey(out.get(), public_key_.get(), nullptr, nullptr, 0, nullptr,
                                   nullptr) == 1,
          "writing a private key");
  const auto written = crypto::write_secret_file(file, text_in(out));
  if (!written) return failed(Fault::Unavailable, written.error());
  return {};
}

std::string PrivateKey::request() const {
  const X509Request request(required(X509_REQ_new(), "memory"));
  require(X509_REQ_set_pubkey(request.get(), public_key_.get()) == 1, "filling a request");
  sign(request.get(), *this);
  const Bio out = writing();
  require(PEM_write_bio_X509_REQ(out.get(), request.get()) == 1, "writing a request");
  return text_in(out);
}

}  // namespace vermilion::service::certificates
