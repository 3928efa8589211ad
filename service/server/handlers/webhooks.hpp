#pragma once

#include "service/server/routes.hpp"

// Programs of others that are told what becomes of orders.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> list_webhooks(const Request& request,
                                                                Resources& resources);
// Its secret is told in this answer and nowhere else.
[[nodiscard]] tl::expected<http::Answer, Problem> add_webhook(const Request& request,
                                                              Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> remove_webhook(const Request& request,
                                                                 Resources& resources);

}  // namespace vermilion::service::server::handlers
