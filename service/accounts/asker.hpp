#pragma once

#include "workflow/set.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// Who asks: a person that has signed in.
namespace vermilion::service::accounts {

enum class Role : std::uint8_t {
  Applicant,   // 经办人: a seat of an organisation
  Reviewer,    // decides scans
  Operator,    // post room, making, dispatch, customer service
  Finance,     // refunds, invoices, reconciliation
  RuleAuthor,  // writes and publishes rules
  Auditor,     // reads everything, changes nothing
  Admin,       // accounts of the staff; sees no case
};

using Roles = workflow::Set<Role>;

constexpr Roles operator|(Role a, Role b) {
  return Roles(a) | b;
}

// Stable: stored with accounts and told over HTTP.
inline constexpr std::array<std::string_view, 7> kRoleNames{
    "applicant", "reviewer", "operator", "finance", "rule_author", "auditor", "admin"};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::Admin) + 1);

constexpr std::string_view name_of(Role role) {
  return kRoleNames[static_cast<std::size_t>(role)];
}

inline constexpr Roles kStaff = Role::Reviewer | Role::Operator | Role::Finance | Role::RuleAuthor |
                                Role::Auditor | Role::Admin;

struct Asker {
  std::string id;  // of the seat or the staff account; who acts, in the ledger
  Roles roles;
  std::string organisation;  // credit code; empty: of the staff
};

}  // namespace vermilion::service::accounts
