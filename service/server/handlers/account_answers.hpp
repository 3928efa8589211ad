#pragma once

#include "service/accounts/accounts.hpp"
#include "service/accounts/refused.hpp"
#include "service/accounts/visitor.hpp"
#include "service/orders/members.hpp"
#include "service/server/handlers/order_requests.hpp"
#include "service/server/resources.hpp"
#include "service/server/routes.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

// What handlers of accounts read and answer.
namespace vermilion::service::server::handlers {

template <class T>
using Result = tl::expected<T, Problem>;
using Json = nlohmann::ordered_json;

// A form of some lines; the one body with a picture in it has a bound of its own.
inline constexpr std::size_t kFormBytes = 16 * 1024;
inline constexpr std::size_t kLetterFormBytes = 2 * 1024 * 1024;

[[nodiscard]] Problem problem_of(const accounts::Refused& refused);

[[nodiscard]] http::Answer json_answer(int status, const Json& json);
[[nodiscard]] http::Answer no_content();
[[nodiscard]] Json list_json(Json items);
// "2026-11-22T08:00:00Z"
[[nodiscard]] std::string utc_text(std::int64_t at_s);

// What the body says, all its mistakes told at once.
template <class T>
[[nodiscard]] Result<T> said_in(const Request& request,
                                const std::function<T(orders::Members&)>& read);

// Where the request comes from. A browser without a cookie gets one, to be sent with the answer.
struct Guest {
  accounts::Visitor visitor;
  std::optional<http::Header> cookie;
};
[[nodiscard]] Guest guest_of(const Request& request);
void add_cookies(http::Answer& answer, const Guest& guest, const std::string& session_token = {});

// Of a server that has them: all but those that only inspect.
[[nodiscard]] accounts::Accounts& accounts_of(const Resources& resources);
[[nodiscard]] const std::string& parameter(const Request& request, std::string_view name);

// The answer to what was done, or why not.
template <class T, class Render>
Result<http::Answer> answered(const accounts::Result<T>& done, const Render& render) {
  if (!done) return tl::make_unexpected(problem_of(done.error()));
  return render(*done);
}
[[nodiscard]] Result<http::Answer> answered(const accounts::Result<void>& done);

[[nodiscard]] Result<nlohmann::json> object_of(const Request& request);

template <class T>
Result<T> said_in(const Request& request, const std::function<T(orders::Members&)>& read) {
  const auto object = object_of(request);
  if (!object) return tl::make_unexpected(object.error());
  orders::Mistakes mistakes;
  orders::Members members(*object, "", mistakes);
  T said = read(members);
  members.end();
  if (!mistakes.empty()) return tl::make_unexpected(problem_of(mistakes));
  return said;
}

}  // namespace vermilion::service::server::handlers
