#pragma once

#include "service/accounts/asker.hpp"
#include "workflow/command.hpp"
#include "workflow/stage.hpp"

// Accounts have roles of people, the table of transitions those of the work: an operator is post
// room, maker and customer service in one.
namespace vermilion::service::orders {

[[nodiscard]] workflow::Roles roles_of(accounts::Roles roles);

// Who of the accounts may say such a command in some stage: as the table of transitions has it.
[[nodiscard]] accounts::Roles speakers_of(workflow::CommandKind kind);

// The asker in that of his roles which the table takes for this command in this stage; where it
// takes none, in one that it takes elsewhere, so that the refusal says what is wrong.
[[nodiscard]] workflow::Actor actor_of(const accounts::Asker& asker, workflow::CommandKind kind,
                                       workflow::Stage stage);

}  // namespace vermilion::service::orders
