#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Names nobody can guess.
namespace vermilion::service::accounts {

[[nodiscard]] std::string random_bytes(std::size_t count);

// 256 bits, for a cookie: 64 hexadecimal digits. Whoever holds it is let in, so only its digest is
// kept.
[[nodiscard]] std::string new_token();
[[nodiscard]] std::string digest_of_token(std::string_view token);

// 128 bits, for an account, a session, a command: 32 hexadecimal digits.
[[nodiscard]] std::string new_id();

}  // namespace vermilion::service::accounts
