#pragma once

#include "service/store/jobs/jobs.hpp"

#include <optional>
#include <vector>

namespace vermilion::service::store::jobs {

// What a job comes to that nobody outside need be asked for: a rename makes all open orders of the
// organisation void, the right credit code supersedes the wrong one. To be said by finish(). Unset:
// the job is for somebody outside.
[[nodiscard]] database::Result<std::optional<std::vector<orders::Message>>> said_inside(
    orders::Orders& orders, const Claim& claim);

}  // namespace vermilion::service::store::jobs
