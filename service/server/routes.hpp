#pragma once

#include "service/accounts/asker.hpp"
#include "service/http/message.hpp"
#include "service/server/request.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::service::server {

struct Resources;

// Who may ask.
enum class Access : std::uint8_t {
  Public,    // anyone
  Machine,   // whoever reaches the server itself: nginx lets none of these through
  Client,    // who holds an API key
  Account,   // who has signed in, in one of the route's roles
  SignedIn,  // the same, but of the staff also who has no second factor yet
};

// How often one address may ask: nginx counts by these classes (nginx/vermilion.conf), each for
// itself, so that who hands in scans by the dozen can still sign in.
enum class Rate : std::uint8_t {
  Usual,
  Strangers,  // by whom nobody has signed in yet: guessing, sending texts, drawing captchas
  Scans,      // a file that is read, kept and looked at
  Callbacks,  // of partners: from few addresses, many after an outage
  Pages,      // a page and all that belongs to it
  Uncounted,  // nginx lets none through
};
[[nodiscard]] std::string_view name_of(Rate rate);  // "strangers"

using Handler = tl::expected<http::Answer, Problem> (*)(const Request& request,
                                                        Resources& resources);

// A row of the one table of what can be asked. A route without a row does not exist.
struct Route {
  std::string_view method;
  std::string_view path;  // "/api/v1/projects/{project}"; "/{file*}": all that no other row is for
  Access access = Access::Client;
  std::size_t body_bytes = 0;  // at most; 0: none is taken
  Rate rate = Rate::Usual;
  Handler handle = nullptr;
  std::string_view summary;
  accounts::Roles roles = {};  // of Account; empty: any
};

std::span<const Route> routes();

struct Match {
  const Route* route = nullptr;
  std::map<std::string, std::string, std::less<>> parameters;
};

// The route of a method and path: NotFound where no path fits, MethodNotAllowed where only others
// do. HEAD is none of ours.
[[nodiscard]] tl::expected<Match, Problem> find_route(std::string_view method,
                                                      std::string_view path,
                                                      std::span<const Route> table = routes());

}  // namespace vermilion::service::server
