#include "service/accounts/keys.hpp"

#include "service/accounts/tokens.hpp"
#include "service/crypto/digest.hpp"
#include "service/crypto/secret_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

constexpr std::size_t kDigits = 64;

bool is_hexadecimal(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

Keys::Keys(std::string_view secret)
    : codes_(crypto::hmac_sha256(secret, "codes")),
      captchas_(crypto::hmac_sha256(secret, "captchas")),
      limits_(crypto::hmac_sha256(secret, "limits")),
      second_factors_(crypto::hmac_sha256(secret, "second factors")),
      samples_(crypto::hmac_sha256(secret, "samples")) {}

tl::expected<Keys, std::string> Keys::from_text(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  if (text.size() != kDigits || !is_hexadecimal(text)) {
    return tl::make_unexpected("a secret of accounts is one line of 64 hexadecimal digits");
  }
  return Keys(text);
}

tl::expected<Keys, std::string> Keys::from_file(const std::filesystem::path& file) {
  const auto text = crypto::read_secret_file(file);
  if (!text) return tl::make_unexpected(text.error());
  auto keys = from_text(*text);
  if (!keys) return tl::make_unexpected(fmt::format("{}: {}", file.string(), keys.error()));
  return std::move(*keys);
}

std::string Keys::new_secret() {
  return crypto::hex(random_bytes(kDigits / 2));
}

}  // namespace vermilion::service::accounts
