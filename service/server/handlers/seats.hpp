#pragma once

#include "service/server/routes.hpp"

// The seats of one's own organisation.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> list_seats(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> add_seat(const Request& request,
                                                           Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> remove_seat(const Request& request,
                                                              Resources& resources);

}  // namespace vermilion::service::server::handlers
