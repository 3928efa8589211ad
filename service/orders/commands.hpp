#pragma once

#include "service/orders/members.hpp"
#include "workflow/command.hpp"
#include "workflow/order.hpp"

#include <tl/expected.hpp>

#include <string_view>

// What people say about orders, as JSON.
namespace vermilion::service::orders {

template <class T>
using Read = tl::expected<T, Mistakes>;

// A body as a request brings it; an empty one for commands that say nothing but themselves. What
// the order knows itself (the id of a new attempt) is not in it yet.
[[nodiscard]] Read<workflow::Body> command_of(workflow::CommandKind kind, std::string_view body);

// Of POST /api/v1/orders. Of the certificate chosen only the serial is known yet.
[[nodiscard]] Read<workflow::Begin> begin_of(std::string_view body);

// Whether this command says anything but itself.
[[nodiscard]] bool has_members(workflow::CommandKind kind);

// Fills in what the order knows: ids of new attempts and refunds, the certificate in question, the
// amount where all is asked back.
void complete(workflow::Body& body, const workflow::Order& order);

}  // namespace vermilion::service::orders
