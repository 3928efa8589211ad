#pragma once

#include "service/accounts/asker.hpp"
#include "workflow/context.hpp"
#include "workflow/refusal.hpp"

#include <vector>

// What an asker may say about an order now, and what stands in the way of handing it in. Nothing is
// decided here: the table of transitions is asked, with every command said as well as it can be.
namespace vermilion::service::orders {

// In the order of the commands.
[[nodiscard]] std::vector<workflow::CommandKind> offers(const accounts::Asker& asker,
                                                        const workflow::Order& order,
                                                        const workflow::Facts& facts,
                                                        workflow::Instant now);

// All that is missing before the documents can be handed in, where that is the next step.
[[nodiscard]] std::vector<workflow::Refusal> missing(const workflow::Order& order,
                                                     const workflow::Facts& facts,
                                                     workflow::Instant now);

}  // namespace vermilion::service::orders
