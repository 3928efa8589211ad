#pragma once

#include "workflow/approval.hpp"
#include "workflow/event.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/role.hpp"
#include "workflow/stage.hpp"

// What people read of an order besides workflow's own messages: where it stands inside, who is
// meant, what has happened.
namespace vermilion::service::orders {

struct Words {
  const char* zh;
  const char* en;
};

[[nodiscard]] Words words_of(workflow::Stage stage);
[[nodiscard]] Words words_of(workflow::Operation operation);
[[nodiscard]] Words words_of(workflow::Role role);
[[nodiscard]] Words words_of(workflow::EventKind event);
[[nodiscard]] Words words_of(workflow::Matter matter);

}  // namespace vermilion::service::orders
