#pragma once

#include "service/server/routes.hpp"

// What reviewers ask and say.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> show_queue(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> claim_next(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> keep_claim(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_case(const Request& request,
                                                            Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> decide_case(const Request& request,
                                                              Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_precision(const Request& request,
                                                                 Resources& resources);

}  // namespace vermilion::service::server::handlers
