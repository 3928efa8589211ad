#pragma once

#include "service/accounts/keys.hpp"
#include "workflow/organisation/command.hpp"

#include <optional>
#include <string>
#include <string_view>

// Codes sent by SMS. None is kept anywhere: a code follows from a random number, from whom and what
// it is for, and from our key. What stands in the ledger is that number and a keyed digest, so that
// the code can be made again when it is sent and checked when it is typed, by us alone.
namespace vermilion::service::accounts {

struct CodeFor {
  std::string credit_code;
  workflow::organisation::Purpose purpose = workflow::organisation::Purpose::Register;
  std::string mobile;
};

// For SendCode::digest.
[[nodiscard]] std::string new_code_digest(const Keys& keys, const CodeFor& whom);
// The six digits of it; nothing where it is not ours.
[[nodiscard]] std::optional<std::string> code_of(const Keys& keys, const CodeFor& whom,
                                                 std::string_view digest);
// For EnterCode::digest: the same as `sent` if, and only if, the code was typed.
[[nodiscard]] std::string digest_of_typed(const Keys& keys, const CodeFor& whom,
                                          std::string_view sent, std::string_view typed);

[[nodiscard]] std::optional<workflow::organisation::Purpose> purpose_named(std::string_view name);

}  // namespace vermilion::service::accounts
