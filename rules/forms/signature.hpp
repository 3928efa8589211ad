#pragma once

#include "rules/error.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The secret that proves a form is ours.
namespace vermilion::rules::forms {

struct Key {
  std::uint8_t id = 0;  // printed with the signature, so that keys can be changed
  std::string secret;   // 32 bytes
};

// A key file: a line for each key, `<id> <64 hexadecimal digits>`; `#` begins a remark. The first
// signs; the others are of forms that may still come back. Refused are ids outside 1 to 255 or
// there twice, secrets of another length, and files without a key. No complaint quotes a secret.
[[nodiscard]] Result<std::vector<Key>> parse_keys(std::string_view text);

// HMAC-SHA256 cut to 96 bits, the length IPsec cuts it to: whoever tries signatures needs a scan,
// an upload and a reading for each.
using Signature = std::array<std::uint8_t, 12>;

[[nodiscard]] Signature sign(std::span<const std::uint8_t> bytes, const Key& key);

// Takes the same time wherever the first difference lies.
[[nodiscard]] bool same(const Signature& a, const Signature& b);

}  // namespace vermilion::rules::forms
