#pragma once

#include "workflow/effect.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/transitions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vermilion::workflow {

// The key of what is done once for an id: "create_payment/O1-P1".
[[nodiscard]] std::string key_of(EffectKind kind, std::string_view id);

// The effects a row asks for, as far as there is anything to do: a payment is closed if one is
// open, a certificate revoked if one is reissued.
[[nodiscard]] std::vector<Effect> effects_of(const OrderTransition& row, const Order& before,
                                             const Order& after, const Event& event,
                                             const ProjectTerms& terms);

}  // namespace vermilion::workflow
