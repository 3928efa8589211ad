#include "service/accounts/totp.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vermilion::service::accounts::totp {
namespace {

std::string big_endian(std::int64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[bytes.size() - 1 - i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
  return bytes;
}

// RFC 4226, 5.3: four bytes from where the last four bits say.
std::uint32_t truncated(std::string_view hmac) {
  const std::size_t offset = static_cast<unsigned char>(hmac.back()) & 0x0F;
  std::uint32_t number = 0;
  for (const char byte : hmac.substr(offset, 4)) {
    number = (number << 8U) | static_cast<unsigned char>(byte);
  }
  return number & 0x7FFFFFFF;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

std::int64_t step_at(std::int64_t at_s) {
  return at_s / kStep_s;
}

std::string digits_at(std::string_view secret, std::int64_t step, unsigned digits) {
  constexpr std::array<std::uint32_t, 9> kTens{1,       10,        100,        1'000,      10'000,
                                               100'000, 1'000'000, 10'000'000, 100'000'000};
  const std::uint32_t number = truncated(crypto::hmac_sha1(secret, big_endian(step)));
  return fmt::format("{:0{}}", number % kTens[digits], digits);
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view typed,
                                          std::int64_t at_s, std::int64_t last_used) {
  std::optional<std::int64_t> found;
  for (std::int64_t step = step_at(at_s) - 1; step <= step_at(at_s) + 1; ++step) {
    if (crypto::equal_secrets(digits_at(secret, step), typed) && step > last_used) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    held = (held << 8U) | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 5; bits -= 5) text += kAlphabet[(held >> (bits - 5)) & 31U];
  }
  if (bits > 0) text += kAlphabet[(held << (5 - bits)) & 31U];
  return text;
}

std::string uri(std::string_view secret, std::string_view issuer, std::string_view login) {
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period={}",
                     percent_encoded(issuer), percent_encoded(login), base32(secret),
                     percent_encoded(issuer), kStep_s);
}

}  // namespace vermilion::service::accounts::totp
