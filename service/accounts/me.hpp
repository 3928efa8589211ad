#pragma once

#include "service/accounts/refused.hpp"
#include "service/accounts/rows.hpp"
#include "workflow/organisation/organisation.hpp"

#include <optional>
#include <string>

namespace vermilion::service::accounts {

struct Accounts;

// An account as its owner sees it.
struct Me {
  Row row;
  std::string name;  // of the person
  std::optional<workflow::organisation::Organisation> organisation;
};
[[nodiscard]] Result<Me> me(Accounts& accounts, const std::string& account);

}  // namespace vermilion::service::accounts
