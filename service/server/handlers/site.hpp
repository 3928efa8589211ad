#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

// A file of the site; NotFound where the server has none.
[[nodiscard]] tl::expected<http::Answer, Problem> site(const Request& request,
                                                       Resources& resources);

}  // namespace vermilion::service::server::handlers
