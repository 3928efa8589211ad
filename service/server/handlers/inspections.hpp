#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

// The body is one scan; `project` and `document` of the query say what it is for, the header
// `Vermilion-Order` (base64 of the JSON object `inspect --order` takes) what it is held against.
// The answer is the report as `inspect --format json` gives it.
[[nodiscard]] tl::expected<http::Answer, Problem> inspect(const Request& request,
                                                          Resources& resources);

}  // namespace vermilion::service::server::handlers
