#pragma once

#include "service/http/message.hpp"
#include "service/server/body.hpp"
#include "service/server/resources.hpp"
#include "service/server/routes.hpp"

#include <span>
#include <string>

namespace vermilion::service::server {

// A request as it came, its body still on the wire.
struct Incoming {
  std::string id;  // given by us
  std::string method;
  std::string target;
  http::Headers headers;
  ReadSome read;
};

struct Outgoing {
  http::Answer answer;
  bool keep_open = false;  // the whole request was read: another may follow on the connection
};

// From a request to its answer, in this order: framing, target, route, access, body, handler. Never
// throws; each refusal is a problem, each request a line of the log and a count.
[[nodiscard]] Outgoing dispatch(const Incoming& incoming, Resources& resources,
                                std::span<const Route> table = routes());

}  // namespace vermilion::service::server
