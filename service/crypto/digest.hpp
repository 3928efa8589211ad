#pragma once

#include <string>
#include <string_view>

// Digests and text forms of bytes; bytes are std::string here, as everything that goes over a wire.
namespace vermilion::service::crypto {

// 32 bytes each.
[[nodiscard]] std::string sha256(std::string_view bytes);
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);

// 20 bytes: what authenticators reckon with (RFC 4226).
[[nodiscard]] std::string hmac_sha1(std::string_view key, std::string_view bytes);

// 16 and 20 bytes: for partners whose wire format asks for them, and for nothing of ours.
[[nodiscard]] std::string md5(std::string_view bytes);
[[nodiscard]] std::string sha1(std::string_view bytes);

// Lower case.
[[nodiscard]] std::string hex(std::string_view bytes);

// Whether two secrets are equal, in a time that does not tell where they differ.
[[nodiscard]] bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace vermilion::service::crypto
