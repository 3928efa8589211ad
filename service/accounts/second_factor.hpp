#pragma once

#include "service/accounts/refused.hpp"
#include "service/accounts/rows.hpp"

#include <string>
#include <string_view>

namespace vermilion::service::accounts {

class Keys;
struct Accounts;

struct OfferedFactor {
  std::string secret;  // base32
  std::string uri;
};

// A new secret for who has none that counts yet; one that was offered before is forgotten.
[[nodiscard]] Result<OfferedFactor> offer_second_factor(Accounts& accounts,
                                                        const std::string& account);
// From here on it is asked for.
[[nodiscard]] Result<void> confirm_second_factor(Accounts& accounts, const std::string& account,
                                                 std::string_view typed);

// These six digits are of now, and nobody used them before; else SecondFactorNeeded, or TooMany
// where they were guessed at.
[[nodiscard]] Result<void> check_second_factor(Transaction& transaction, const Keys& keys,
                                               const Row& row, std::string_view typed);

}  // namespace vermilion::service::accounts
