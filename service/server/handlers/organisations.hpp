#pragma once

#include "service/server/routes.hpp"

// Organisations for the staff, and their names.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> show_organisation(const Request& request,
                                                                    Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> ask_rename(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> rename_subject(const Request& request,
                                                                 Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> confirm_rename(const Request& request,
                                                                 Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> withdraw_rename(const Request& request,
                                                                  Resources& resources);

}  // namespace vermilion::service::server::handlers
