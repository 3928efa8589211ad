#pragma once

#include "rules/forms/signature.hpp"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What the QR code on a form says: whose form it is and what was printed on it, signed. Whoever
// reads pictures can read it; only who holds the key can write it, or say that we did.
namespace vermilion::rules::forms {

// SHA-256 over the facts printed, cut to 64 bits: it stands under the signature, so nobody can
// search for two prints with the same.
using FactsDigest = std::array<std::uint8_t, 8>;

struct Imprint {
  std::string order;     // 1 to 32 letters, digits, `-` and `_`; so are the others
  std::string project;   // id
  std::string document;  // id of the document type
  std::uint8_t generation = 0;
  FactsDigest facts{};

  friend bool operator==(const Imprint&, const Imprint&) = default;
};

using PrintedFacts = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] FactsDigest digest_of(const PrintedFacts& facts);

// "VF" and upper-case letters and digits, so that the symbol stays small.
[[nodiscard]] Result<std::string> encode(const Imprint& imprint, const Key& key);

enum class PayloadFault : std::uint8_t {
  NotOurs,         // another QR code
  Damaged,         // begins as ours and is not what encode() writes
  UnknownVersion,  // of a later program
  UnknownKey,
  BadSignature,
};

// What the code claims, whoever wrote it.
[[nodiscard]] tl::expected<Imprint, PayloadFault> decode(std::string_view text);

// What the code says, written by one who holds one of the keys.
[[nodiscard]] tl::expected<Imprint, PayloadFault> verify(std::string_view text,
                                                         std::span<const Key> keys);

}  // namespace vermilion::rules::forms
