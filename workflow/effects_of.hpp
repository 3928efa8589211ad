#pragma once

#include "workflow/effect.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/transitions.hpp"

#include <vector>

namespace vermilion::workflow {

// The effects a row asks for, as far as there is anything to do: a payment is closed if one is
// open, a certificate revoked if one is reissued.
[[nodiscard]] std::vector<Effect> effects_of(const OrderTransition& row, const Order& before,
                                             const Order& after, const Event& event,
                                             const ProjectTerms& terms);

}  // namespace vermilion::workflow
