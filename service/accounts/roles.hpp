#pragma once

#include "service/accounts/asker.hpp"
#include "service/accounts/refused.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Which roles an account of the staff may hold. What takes two persons, workflow asks of two
// accounts; here is seen to that no account holds two parts that are two for a reason.
namespace vermilion::service::accounts {

[[nodiscard]] std::optional<Role> role_named(std::string_view name);
// "reviewer finance", as it is stored; what is no role is left out.
[[nodiscard]] Roles roles_named(std::string_view names);
[[nodiscard]] std::string text_of(Roles roles);
// In the order of the enumerators.
[[nodiscard]] std::vector<Role> each_of(Roles roles);

// At least one, of the staff, and none that exclude each other; else why not, role by role.
[[nodiscard]] Result<void> check_roles(Roles roles);

// Two roles one account never holds together.
struct Exclusion {
  Role one;
  Role other;
  std::string_view why;  // Chinese, for who asks for it
};
[[nodiscard]] const std::vector<Exclusion>& exclusions();

}  // namespace vermilion::service::accounts
