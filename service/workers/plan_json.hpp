#pragma once

#include "pipeline/plan.hpp"

#include <nlohmann/json_fwd.hpp>

namespace vermilion::service::workers {

// A plan on its way to a worker and back again, the same in every value. What is read must have
// been written by plan_json() of the same program; nlohmann::json::exception where it was not.
[[nodiscard]] nlohmann::json plan_json(const pipeline::Plan& plan);
[[nodiscard]] pipeline::Plan plan_of(const nlohmann::json& json);

}  // namespace vermilion::service::workers
