#pragma once

#include "service/server/routes.hpp"
#include "workflow/command.hpp"

// What is said to an order: a route for each command, all of them handled alike.
namespace vermilion::service::server::handlers {

tl::expected<http::Answer, Problem> say_command(workflow::CommandKind kind, const Request& request,
                                                Resources& resources);

template <workflow::CommandKind kKind>
tl::expected<http::Answer, Problem> say(const Request& request, Resources& resources) {
  return say_command(kKind, request, resources);
}

}  // namespace vermilion::service::server::handlers
