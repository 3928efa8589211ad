#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// RFC 4648 without padding: upper-case letters and digits, which QR codes pack at 5.5 bits each.
namespace vermilion::rules::forms {

[[nodiscard]] std::string base32(std::span<const std::uint8_t> bytes);

// Only what base32() writes: no lower case, no bits left over that are not zero.
[[nodiscard]] std::optional<std::vector<std::uint8_t>> base32_bytes(std::string_view text);

}  // namespace vermilion::rules::forms
