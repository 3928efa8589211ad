#pragma once

#include "workflow/organisation/transitions.hpp"

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace vermilion::workflow::organisation {

struct Step {
  Organisation organisation;
  std::vector<Event> events;
  std::vector<Effect> effects;
};

// The one way an organisation changes; see apply() of orders. `phone` is the hotline refusals name.
// Who passes the captcha to register what is registered is refused as USER_EXISTS with the day and
// the masked number, and nothing else of the account; advice.hpp holds the questions that lead on
// from there.
[[nodiscard]] tl::expected<Step, Refusal> apply(const Organisation& organisation,
                                                const Command& command, Instant now,
                                                const std::string& phone = "4008001040");

}  // namespace vermilion::workflow::organisation
