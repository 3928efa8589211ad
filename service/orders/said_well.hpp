#pragma once

#include "workflow/command.hpp"
#include "workflow/context.hpp"
#include "workflow/order.hpp"

#include <vector>

// Commands as somebody who knows what he does would say them, to find out which would be taken.
namespace vermilion::service::orders {

struct Subject {
  const workflow::Order& order;
  const workflow::Facts& facts;

  const workflow::VariantTerms* variant() const {
    return workflow::find_variant(facts.terms, order.operation, order.variant);
  }
};

// Every way in which the command could be said rightly. Commands of the machine have none.
[[nodiscard]] std::vector<workflow::Body> said_well(workflow::CommandKind kind,
                                                    const Subject& subject);

}  // namespace vermilion::service::orders
