#pragma once

#include "service/server/routes.hpp"

// Orders as they are shown: one, lists, what has happened.
namespace vermilion::service::server::handlers {

tl::expected<http::Answer, Problem> show_catalogue(const Request& request, Resources& resources);
tl::expected<http::Answer, Problem> begin_order(const Request& request, Resources& resources);
tl::expected<http::Answer, Problem> list_orders(const Request& request, Resources& resources);
tl::expected<http::Answer, Problem> show_order(const Request& request, Resources& resources);
tl::expected<http::Answer, Problem> show_history(const Request& request, Resources& resources);
tl::expected<http::Answer, Problem> show_subject(const Request& request, Resources& resources);
tl::expected<http::Answer, Problem> list_certificates(const Request& request, Resources& resources);

}  // namespace vermilion::service::server::handlers
