#pragma once

#include "samples/random.hpp"

#include <map>
#include <string>

namespace vermilion::samples {

// What an order of somebody who does not exist says, by the names facts have on forms:
// "organisation", "agent_mobile". Texts only, as long as they usually are.
[[nodiscard]] std::map<std::string, std::string> invent_order(const Random& random);

}  // namespace vermilion::samples
