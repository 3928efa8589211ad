#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

// Every project whose rules are loaded: its names, its documents, what files they take.
[[nodiscard]] tl::expected<http::Answer, Problem> list_projects(const Request& request,
                                                                Resources& resources);

}  // namespace vermilion::service::server::handlers
