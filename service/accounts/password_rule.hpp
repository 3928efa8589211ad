#pragma once

#include "service/accounts/refused.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::accounts {

// NIST SP 800-63B, 5.1.1.2: long enough, not among what everybody takes, not made of what is known
// about its owner (`known`: credit code, number, login), and no other demands. Spaces and Chinese
// are welcome. `pointer` is the member it came in.
[[nodiscard]] Result<void> check_password(std::string_view password,
                                          const std::vector<std::string>& known,
                                          std::string_view pointer = "/password");

inline constexpr std::size_t kPasswordCharactersMin = 8;
// Far beyond a pass phrase; longer ones would be a way to keep us busy.
inline constexpr std::size_t kPasswordBytesMax = 256;

// Common ones of at least the least length, lower case, sorted.
[[nodiscard]] const std::vector<std::string_view>& common_passwords();

}  // namespace vermilion::service::accounts
