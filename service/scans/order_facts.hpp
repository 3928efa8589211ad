#pragma once

#include "rules/order_facts.hpp"
#include "workflow/event.hpp"
#include "workflow/order.hpp"

#include <optional>
#include <span>

// An order in the words of the rules.
namespace vermilion::service::scans {

// What its scans are held against. Whether the organisation has a main key from elsewhere matters
// to an order for a new one alone.
[[nodiscard]] rules::OrderFacts facts_of(const workflow::Order& order,
                                         std::optional<bool> main_key_exists = {});

// What its forms say: as the form was filled in last, dated by that day in Beijing. Nothing until
// it is.
[[nodiscard]] std::optional<rules::OrderFacts> printed_facts_of(
    const workflow::Order& order, std::span<const workflow::Event> history);

}  // namespace vermilion::service::scans
