#pragma once

#include "service/server/routes.hpp"

// Another number for an account: asked for, looked at, decided.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> ask_phone_change(const Request& request,
                                                                   Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> list_phone_changes(const Request& request,
                                                                     Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> approve_phone_change(const Request& request,
                                                                       Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> refuse_phone_change(const Request& request,
                                                                      Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> phone_change_material(const Request& request,
                                                                        Resources& resources);

}  // namespace vermilion::service::server::handlers
