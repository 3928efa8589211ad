#pragma once

#include "service/server/routes.hpp"

// Codes by SMS, and what they are for.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> send_code(const Request& request,
                                                            Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> register_organisation(const Request& request,
                                                                        Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> reset_password(const Request& request,
                                                                 Resources& resources);

}  // namespace vermilion::service::server::handlers
