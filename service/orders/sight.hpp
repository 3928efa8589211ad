#pragma once

#include "service/accounts/asker.hpp"
#include "workflow/order.hpp"

#include <string_view>

// Who may know of an order. Everybody else is told that there is none.
namespace vermilion::service::orders {

// The stages in which orders are shown to somebody who has one of these roles, whosever they are.
// None for applicants, who see all of their own organisation's.
[[nodiscard]] workflow::Stages stages_shown(accounts::Roles roles);

[[nodiscard]] bool may_see(const accounts::Asker& asker, std::string_view organisation,
                           workflow::Stage stage);
// No order that was not begun.
[[nodiscard]] bool may_see(const accounts::Asker& asker, const workflow::Order& order);

}  // namespace vermilion::service::orders
