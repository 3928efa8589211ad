#include "rules/forms/signature.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

namespace vermilion::rules::forms {
namespace {

constexpr std::size_t kSecretBytes = 32;  // as much as SHA-256 can make use of

tl::unexpected<Error> bad_keys(std::string detail) {
  return tl::make_unexpected(Error{ErrorKind::BadKeys, std::move(detail)});
}

// The next line, without its remark and the blanks around.
std::string_view next_line(std::string_view& text) {
  const auto end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  line = line.substr(0, line.find('#'));
  while (!line.empty() && std::string_view(" \t\r").find(line.back()) != std::string_view::npos) {
    line.remove_suffix(1);
  }
  return line;
}

std::optional<int> number(std::string_view text, int base) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::string> secret_of(std::string_view digits) {
  if (digits.size() != 2 * kSecretBytes) return std::nullopt;
  std::string secret;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const auto value = number(digits.substr(i, 2), 16);
    if (!value || *value < 0) return std::nullopt;
    secret += static_cast<char>(*value);
  }
  return secret;
}

std::optional<Key> key_of(std::string_view line) {
  const auto blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto id = number(line.substr(0, blank), 10);
  auto secret = secret_of(line.substr(blank + 1));
  if (!id || *id < 1 || *id > 255 || !secret) return std::nullopt;
  return Key{static_cast<std::uint8_t>(*id), std::move(*secret)};
}

}  // namespace

Result<std::vector<Key>> parse_keys(std::string_view text) {
  std::vector<Key> keys;
  for (int number = 1; !text.empty(); ++number) {
    const auto line = next_line(text);
    if (line.empty()) continue;
    auto key = key_of(line);
    if (!key) {
      return bad_keys(fmt::format(
          "line {} is no key; write an id from 1 to 255, a blank and 64 hexadecimal digits",
          number));
    }
    if (std::ranges::find(keys, key->id, &Key::id) != keys.end()) {
      return bad_keys(fmt::format("line {} gives the id {} a second time", number, key->id));
    }
    keys.push_back(std::move(*key));
  }
  if (keys.empty()) return bad_keys("there is no key in it");
  return keys;
}

Signature sign(std::span<const std::uint8_t> bytes, const Key& key) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> whole{};
  unsigned length = 0;
  const unsigned char* done =
      HMAC(EVP_sha256(), key.secret.data(), static_cast<int>(key.secret.size()), bytes.data(),
           bytes.size(), whole.data(), &length);
  assert(done != nullptr && length >= Signature{}.size());
  static_cast<void>(done);
  Signature signature{};
  std::copy_n(whole.begin(), signature.size(), signature.begin());
  return signature;
}

bool same(const Signature& a, const Signature& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace vermilion::rules::forms
