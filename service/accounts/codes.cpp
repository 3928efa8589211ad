#include "service/accounts/codes.hpp"

#include "service/accounts/tokens.hpp"
#include "service/crypto/digest.hpp"

#include <fmt/format.h>

#include <array>

namespace vermilion::service::accounts {
namespace {

using workflow::organisation::Purpose;

// "<number>.<digest>", 32 and 64 hexadecimal digits.
constexpr std::size_t kNumberDigits = 32;

std::string_view number_in(std::string_view digest) {
  return digest.substr(0, digest.find('.'));
}

std::string mac(const Keys& keys, const CodeFor& whom, std::string_view what) {
  return crypto::hmac_sha256(keys.codes(), fmt::format("{}/{}/{}/{}", name_of(whom.purpose),
                                                       whom.credit_code, whom.mobile, what));
}

// 64 bits over a million: the first codes are likelier by one in 10^13.
std::string digits(const Keys& keys, const CodeFor& whom, std::string_view number) {
  std::uint64_t value = 0;
  for (const char byte : mac(keys, whom, fmt::format("code/{}", number)).substr(0, 8)) {
    value = (value << 8U) | static_cast<unsigned char>(byte);
  }
  return fmt::format("{:06}", value % 1'000'000);
}

std::string digest(const Keys& keys, const CodeFor& whom, std::string_view number,
                   std::string_view code) {
  return fmt::format("{}.{}", number,
                     crypto::hex(mac(keys, whom, fmt::format("digest/{}/{}", number, code))));
}

}  // namespace

std::string new_code_digest(const Keys& keys, const CodeFor& whom) {
  const std::string number = new_id();
  return digest(keys, whom, number, digits(keys, whom, number));
}

std::optional<std::string> code_of(const Keys& keys, const CodeFor& whom, std::string_view sent) {
  const std::string_view number = number_in(sent);
  if (number.size() != kNumberDigits) return std::nullopt;
  std::string code = digits(keys, whom, number);
  if (!crypto::equal_secrets(digest(keys, whom, number, code), sent)) return std::nullopt;
  return code;
}

std::string digest_of_typed(const Keys& keys, const CodeFor& whom, std::string_view sent,
                            std::string_view typed) {
  return digest(keys, whom, number_in(sent), typed);
}

std::optional<Purpose> purpose_named(std::string_view name) {
  for (const Purpose purpose : {Purpose::Register, Purpose::ResetPassword, Purpose::ChangePhone}) {
    if (name_of(purpose) == name) return purpose;
  }
  return std::nullopt;
}

}  // namespace vermilion::service::accounts
