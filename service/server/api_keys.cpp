#include "service/server/api_keys.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace vermilion::service::server {
namespace {

constexpr std::size_t kDigestDigits = 64;
constexpr std::size_t kClientMost = 64;
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kDigits = "0123456789";

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

bool is_client(std::string_view text) {
  return text.size() <= kClientMost &&
         is_made_of(text, std::string(kLetters) + std::string(kDigits) + "-_");
}

bool is_digest(std::string_view text) {
  return text.size() == kDigestDigits && is_made_of(text, "0123456789abcdef");
}

tl::unexpected<std::string> wrong(int line, std::string_view what) {
  return tl::make_unexpected(fmt::format("line {} {}", line, what));
}

}  // namespace

tl::expected<ApiKeys, std::string> ApiKeys::parse(std::string_view text) {
  ApiKeys keys;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::istringstream words(line.substr(0, line.find('#')));
    Entry entry;
    std::string rest;
    if (!(words >> entry.client)) continue;
    if (!(words >> entry.digest) || words >> rest || !is_client(entry.client) ||
        !is_digest(entry.digest)) {
      return wrong(number, "is no key; write a name, a blank and the SHA-256 of the key");
    }
    const auto is_same = [&](const Entry& other) {
      return other.client == entry.client || other.digest == entry.digest;
    };
    if (std::ranges::any_of(keys.entries_, is_same)) {
      return wrong(number, "gives a name or a key a second time");
    }
    keys.entries_.push_back(std::move(entry));
  }
  return keys;
}

std::optional<std::string> ApiKeys::client_of(const http::Headers& headers) const {
  constexpr std::string_view kScheme = "Bearer ";
  const auto said = http::only(headers, "Authorization");
  if (!said || !said->starts_with(kScheme)) return std::nullopt;
  const std::string digest = crypto::hex(crypto::sha256(said->substr(kScheme.size())));
  std::optional<std::string> client;
  for (const Entry& entry : entries_) {
    if (crypto::equal_secrets(entry.digest, digest)) client = entry.client;
  }
  return client;
}

}  // namespace vermilion::service::server
