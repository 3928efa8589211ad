#pragma once

#include "service/server/routes.hpp"

// What the post room asks: whose paper this is, and whether it is what was uploaded.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> find_by_code(const Request& request,
                                                               Resources& resources);
// The body is a scan of the paper; nothing of it is kept.
[[nodiscard]] tl::expected<http::Answer, Problem> compare_paper(const Request& request,
                                                                Resources& resources);

}  // namespace vermilion::service::server::handlers
