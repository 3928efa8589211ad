#pragma once

#include "service/server/routes.hpp"

// Accounts of the staff, for administrators; their names, for all of the staff.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> list_colleagues(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> list_staff(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> make_staff(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> change_staff(const Request& request,
                                                               Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> reset_second_factor(const Request& request,
                                                                      Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> end_all_sessions(const Request& request,
                                                                   Resources& resources);

}  // namespace vermilion::service::server::handlers
