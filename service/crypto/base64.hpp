#pragma once

#include <optional>
#include <string>
#include <string_view>

// Base64 with `+`, `/` and padding (RFC 4648, section 4).
namespace vermilion::service::crypto {

[[nodiscard]] std::string to_base64(std::string_view bytes);

// Strict: no blanks, no missing padding, no bits behind the last byte.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace vermilion::service::crypto
