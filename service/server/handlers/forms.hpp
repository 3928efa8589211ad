#pragma once

#include "service/server/routes.hpp"

// What is printed for an order, and what comes back of it besides scans.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> get_form(const Request& request,
                                                           Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> get_refund_letter(const Request& request,
                                                                    Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> keep_evidence(const Request& request,
                                                                Resources& resources);

}  // namespace vermilion::service::server::handlers
