#pragma once

#include "service/accounts/asker.hpp"
#include "service/http/message.hpp"
#include "service/server/problem.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::server {

// What a handler is given: everything checked that can be checked without knowing what it is for.
struct Request {
  std::string id;  // ours; in every answer and every line of the log
  std::string method;
  std::map<std::string, std::string, std::less<>> path;   // {placeholders} of the route
  std::map<std::string, std::string, std::less<>> query;  // each name once, UTF-8
  http::Headers headers;
  std::vector<std::byte> body;  // whole
  std::string client;           // the name of an API key, on routes for clients
  accounts::Asker asker;        // who has signed in; nobody on public routes
};

struct Target {
  std::string path;  // as it came: routes hold no escapes
  std::map<std::string, std::string, std::less<>> query;
};

// The target of a request line, in origin form. Refused are fragments, escapes that are none, names
// that stand twice, control characters and what is not UTF-8.
[[nodiscard]] tl::expected<Target, Problem> parse_target(std::string_view target);

}  // namespace vermilion::service::server
