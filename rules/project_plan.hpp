#pragma once

#include "pipeline/plan.hpp"
#include "rules/error.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <string>

namespace vermilion::rules {

// What the pipeline has to look at in a document of this slot: the checks of all alternatives at
// once, since a scan is looked at once whatever it turns out to be. Rules known not to apply to
// the order are left out.
[[nodiscard]] pipeline::Plan plan_of(const Project& project, const Slot& slot,
                                     const OrderFacts& order);

// How findings and stored reports name a rule: "housing_outside/licence_copy/licence_sealed".
[[nodiscard]] std::string rule_name(const Project& project, const DocumentType& type,
                                    const Rule& rule);

// An order the project can serve: its operation and variant are the project's, and the operation is
// not left to the hall. What the order does not say is not held against it.
[[nodiscard]] Result<void> serves(const Project& project, const OrderFacts& order);

}  // namespace vermilion::rules
