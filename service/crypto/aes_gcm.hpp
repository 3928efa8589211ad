#pragma once

#include <optional>
#include <string>
#include <string_view>

// AES-256-GCM, with a nonce of 12 bytes and the tag of 16 behind the ciphertext.
namespace vermilion::service::crypto {

struct GcmBox {
  std::string_view key;         // 32 bytes
  std::string_view nonce;       // 12 bytes
  std::string_view associated;  // what is bound to it and not hidden
};

// Nothing when key or nonce have another length, or when it was not sealed like this.
[[nodiscard]] std::optional<std::string> open(const GcmBox& box, std::string_view sealed);
[[nodiscard]] std::optional<std::string> seal(const GcmBox& box, std::string_view plain);

}  // namespace vermilion::service::crypto
