#pragma once

#include "service/server/routes.hpp"

// Signing in and out, and one's own account.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> sign_in(const Request& request,
                                                          Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> list_sessions(const Request& request,
                                                                Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> end_session(const Request& request,
                                                              Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> who_am_i(const Request& request,
                                                           Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> confirm_name(const Request& request,
                                                               Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> change_password(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> offer_second_factor(const Request& request,
                                                                      Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> confirm_second_factor(const Request& request,
                                                                        Resources& resources);

}  // namespace vermilion::service::server::handlers
