#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> alive(const Request& request,
                                                        Resources& resources);

// 503 once the server has been told to stop. With `?verbose` a line for each part.
[[nodiscard]] tl::expected<http::Answer, Problem> ready(const Request& request,
                                                        Resources& resources);

[[nodiscard]] tl::expected<http::Answer, Problem> metrics(const Request& request,
                                                          Resources& resources);

}  // namespace vermilion::service::server::handlers
