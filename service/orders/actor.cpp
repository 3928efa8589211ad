#include "service/orders/actor.hpp"

#include "workflow/transitions.hpp"

#include <array>
#include <optional>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using accounts::Role;

struct Part {
  Role account;
  wf::Roles work;
};

constexpr std::array kParts{
    Part{Role::Applicant, wf::Role::Applicant},
    Part{Role::Reviewer, wf::Role::Reviewer},
    Part{Role::Operator, wf::Role::PostRoom | wf::Role::Maker | wf::Role::Service},
    Part{Role::Finance, wf::Role::Finance},
    Part{Role::RuleAuthor, wf::Role::RuleAuthor},
    Part{Role::Auditor, wf::Role::Auditor}};

std::optional<wf::Role> first_of(wf::Roles roles) {
  for (std::size_t i = 0; i < wf::kRoleNames.size(); ++i) {
    if (roles.contains(static_cast<wf::Role>(i))) return static_cast<wf::Role>(i);
  }
  return std::nullopt;
}

wf::Roles both(wf::Roles a, wf::Roles b) {
  wf::Roles common;
  common.bits = a.bits & b.bits;
  return common;
}

}  // namespace

wf::Roles roles_of(accounts::Roles roles) {
  wf::Roles work;
  for (const Part& part : kParts) {
    if (roles.contains(part.account)) work = work | part.work;
  }
  return work;
}

accounts::Roles speakers_of(wf::CommandKind kind) {
  accounts::Roles speakers;
  for (const wf::OrderTransition& row : wf::transitions()) {
    if (row.command != kind) continue;
    for (const Part& part : kParts) {
      if (row.who.overlaps(part.work)) speakers = speakers | part.account;
    }
  }
  return speakers;
}

wf::Actor actor_of(const accounts::Asker& asker, wf::CommandKind kind, wf::Stage stage) {
  const wf::Roles roles = roles_of(asker.roles);
  std::optional<wf::Role> here;
  std::optional<wf::Role> elsewhere;
  for (const wf::OrderTransition& row : wf::transitions()) {
    if (row.command != kind) continue;
    const auto role = first_of(both(row.who, roles));
    if (!here && row.from.contains(stage)) here = role;
    if (!elsewhere) elsewhere = role;
  }
  const auto role = here ? here : elsewhere ? elsewhere : first_of(roles);
  return {role.value_or(wf::Role::Auditor), asker.id};  // an auditor may say nothing
}

}  // namespace vermilion::service::orders
