#pragma once

#include "workflow/set.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// Who says something about an order or an organisation.
namespace vermilion::workflow {

enum class Role : std::uint8_t {
  Applicant,    // 经办人: has a seat of the organisation
  LegalPerson,  // 法人: proves to be it on the telephone; has no seat
  Recipient,    // 证书收件人: is told what comes; has no seat
  Reviewer,     // decides scans
  PostRoom,     // takes parcels in, checks the paper
  Maker,        // makes certificates and seals, hands them out
  Service,      // customer service, back office
  Finance,      // refunds, invoices
  RuleAuthor,   // publishes rule sets
  Auditor,      // reads everything, changes nothing
  System,       // what a machine or an outside partner reports, its signature already checked
};

using Roles = Set<Role>;

constexpr Roles operator|(Role a, Role b) {
  return Roles(a) | b;
}

struct RoleName {
  std::string_view name;  // stable: stored in events
  char letter;            // in tables
};

inline constexpr std::array kRoleNames{
    RoleName{"applicant", 'A'}, RoleName{"legal_person", 'L'}, RoleName{"recipient", 'T'},
    RoleName{"reviewer", 'R'},  RoleName{"post_room", 'P'},    RoleName{"maker", 'M'},
    RoleName{"service", 'S'},   RoleName{"finance", 'F'},      RoleName{"rule_author", 'W'},
    RoleName{"auditor", 'U'},   RoleName{"system", 'X'}};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::System) + 1);

constexpr std::string_view name_of(Role role) {
  return kRoleNames[static_cast<std::size_t>(role)].name;
}

// A person (by the id of the seat or staff account) or a machine, in the role it speaks in.
struct Actor {
  Role role = Role::System;
  std::string id;

  friend bool operator==(const Actor&, const Actor&) = default;
};

}  // namespace vermilion::workflow
