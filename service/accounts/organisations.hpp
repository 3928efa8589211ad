#pragma once

#include "service/accounts/asker.hpp"
#include "service/accounts/refused.hpp"
#include "workflow/organisation/organisation.hpp"

#include <string>

// Organisations as the staff look at them, and their names, which only the staff can change: one
// person asks, another confirms.
namespace vermilion::service::accounts {

struct Accounts;

// NotFound: nobody has ever said anything to it.
[[nodiscard]] Result<workflow::organisation::Organisation> organisation_named(
    Accounts& accounts, const std::string& credit_code);

// What two persons are shown before a rename.
struct RenameQuestion {
  std::string text;
  std::string digest;
  workflow::Approval asked;
  workflow::organisation::AskRename rename;
  bool differs_only_in_width = false;  // 1.10: full-width and half-width characters
};
[[nodiscard]] Result<RenameQuestion> rename_question(Accounts& accounts,
                                                     const std::string& credit_code);

[[nodiscard]] Result<RenameQuestion> ask_rename(Accounts& accounts, const Asker& asker,
                                                const std::string& credit_code,
                                                const workflow::organisation::AskRename& rename);
// All open orders of the organisation become void.
[[nodiscard]] Result<void> confirm_rename(Accounts& accounts, const Asker& asker,
                                          const std::string& credit_code,
                                          const std::string& digest);
[[nodiscard]] Result<void> withdraw_rename(Accounts& accounts, const Asker& asker,
                                           const std::string& credit_code);

// The applicant has looked at the name and says it is right.
[[nodiscard]] Result<void> confirm_name(Accounts& accounts, const Asker& asker);

}  // namespace vermilion::service::accounts
