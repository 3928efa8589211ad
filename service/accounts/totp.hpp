#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Time-based one-time passwords, RFC 6238: six digits of HMAC-SHA-1 over steps of 30 seconds, which
// is what every authenticator understands.
namespace vermilion::service::accounts::totp {

inline constexpr std::int64_t kStep_s = 30;

// RFC 4226, 4: a shared secret of 160 bits.
inline constexpr std::size_t kSecretBytes = 20;

[[nodiscard]] std::int64_t step_at(std::int64_t at_s);
[[nodiscard]] std::string digits_at(std::string_view secret, std::int64_t step,
                                    unsigned digits = 6);

// The step the digits are of, at most one away from now (RFC 6238, 5.2: for clocks that go wrong
// and people who are slow), and later than the last one used: each is good once.
[[nodiscard]] std::optional<std::int64_t> matching_step(std::string_view secret,
                                                        std::string_view typed, std::int64_t at_s,
                                                        std::int64_t last_used);

// RFC 4648, 6, without padding.
[[nodiscard]] std::string base32(std::string_view bytes);
// What authenticators read from a QR code.
[[nodiscard]] std::string uri(std::string_view secret, std::string_view issuer,
                              std::string_view login);

}  // namespace vermilion::service::accounts::totp
