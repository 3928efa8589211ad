#pragma once

#include "service/server/problem.hpp"
#include "service/server/routes.hpp"

namespace vermilion::service::server {

struct Incoming;

// Whether a browser says that another site's page has it ask for a change: what cookies let through
// must come from our own pages. Programs say nothing of the kind and hold keys instead; partners,
// who call back, are no browsers.
[[nodiscard]] bool asks_from_elsewhere(const Route& route, const Incoming& incoming);
[[nodiscard]] Problem from_elsewhere();

}  // namespace vermilion::service::server
