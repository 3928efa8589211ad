#include "service/store/blobs/key_ring.hpp"

#include "rules/forms/signature.hpp"
#include "service/crypto/digest.hpp"
#include "service/crypto/secret_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::store::blobs {

tl::expected<KeyRing, std::string> KeyRing::read(const std::filesystem::path& file) {
  return crypto::read_secret_file(file).and_then([&](const std::string& text) {
    return parse(text).map_error([&](const std::string& complaint) {
      return fmt::format("{}: {}", file.string(), complaint);
    });
  });
}

// One form of key file in the whole program: that of the keys of printed forms.
tl::expected<KeyRing, std::string> KeyRing::parse(std::string_view text) {
  const auto parsed = vermilion::rules::forms::parse_keys(text);
  if (!parsed) return tl::unexpected(parsed.error().detail);
  std::vector<Wrapping> keys;
  for (const auto& key : *parsed) keys.push_back({key.id, SecretKey(key.secret)});
  return KeyRing(std::move(keys));
}

const SecretKey* KeyRing::find(std::uint8_t id) const {
  const auto found = std::ranges::find(keys_, id, &Wrapping::id);
  return found == keys_.end() ? nullptr : &found->key;
}

std::string new_key_line(std::uint8_t id) {
  return fmt::format("{} {}\n", id, crypto::hex(SecretKey::random().bytes()));
}

}  // namespace vermilion::service::store::blobs
