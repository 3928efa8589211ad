#pragma once

#include "service/server/routes.hpp"

// What auditors, finance and operators ask of everything at once.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> show_ledger(const Request& request,
                                                              Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_views(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> verify_ledger(const Request& request,
                                                                Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_statistics(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_reconciliation(const Request& request,
                                                                      Resources& resources);
// The body is the hall's list, CSV.
[[nodiscard]] tl::expected<http::Answer, Problem> import_hall_keys(const Request& request,
                                                                   Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> list_dead_jobs(const Request& request,
                                                                 Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> revive_job(const Request& request,
                                                             Resources& resources);

}  // namespace vermilion::service::server::handlers
