#pragma once

#include "service/review/case.hpp"
#include "service/review/precision.hpp"
#include "service/review/queue.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <vector>

// What reviewers are shown, as JSON.
namespace vermilion::service::server::handlers {

[[nodiscard]] nlohmann::ordered_json to_json(const review::Waiting& waiting,
                                             const rules::Project* project, std::int64_t now_s);
// `order` is the order as GET /api/v1/orders/{order} tells it.
[[nodiscard]] nlohmann::ordered_json to_json(const review::Case& shown,
                                             const rules::Project* project,
                                             nlohmann::ordered_json order);
[[nodiscard]] nlohmann::ordered_json to_json(const review::RulePrecision& precision);

}  // namespace vermilion::service::server::handlers
