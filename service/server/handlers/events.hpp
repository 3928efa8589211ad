#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

// Server-sent events of an order. Where too many streams are open the client asks again and again.
[[nodiscard]] tl::expected<http::Answer, Problem> follow_order(const Request& request,
                                                               Resources& resources);

}  // namespace vermilion::service::server::handlers
