#include "service/server/dispatch.hpp"

#include "service/server/framing.hpp"
#include "service/server/same_site.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <exception>
#include <optional>
#include <utility>

namespace vermilion::service::server {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

Problem second_factor_first() {
  return {.fault = Fault::NotYourPart,
          .said = Said{"SECOND_FACTOR_FIRST", "请先设置第二重验证（动态口令），再办理业务。",
                       "Set up a second factor first."}};
}

// One request on its way; what is known so far is told however it ends.
class Passage {
 public:
  Passage(const Incoming& incoming, Resources& resources, std::span<const Route> table)
      : incoming_(incoming), resources_(resources), table_(table) {}

  Result<http::Answer> pass() {
    const auto length = body_length(incoming_.headers);
    if (!length) return tl::make_unexpected(length.error());
    body_is_open_ = length->value_or(0) > 0;
    auto target = parse_target(incoming_.target);
    if (!target) return tl::make_unexpected(target.error());
    auto match = find_route(incoming_.method, target->path, table_);
    if (!match) return tl::make_unexpected(match.error());
    route_ = match->route;
    if (asks_from_elsewhere(*route_, incoming_)) return tl::make_unexpected(from_elsewhere());
    auto caller = let_in();
    if (!caller) return tl::make_unexpected(caller.error());
    auto body = body_of(*length);
    if (!body) return tl::make_unexpected(body.error());
    return route_->handle({.id = incoming_.id,
                           .method = incoming_.method,
                           .path = std::move(match->parameters),
                           .query = std::move(target->query),
                           .headers = incoming_.headers,
                           .body = std::move(*body),
                           .client = std::move(caller->client),
                           .asker = std::move(caller->asker)},
                          resources_);
  }

  [[nodiscard]] bool body_is_open() const { return body_is_open_; }
  // Of the table, never as it was typed.
  [[nodiscard]] std::string_view route_name() const {
    return route_ == nullptr ? "none" : route_->path;
  }

 private:
  struct Caller {
    std::string client;
    accounts::Asker asker;
  };

  Result<Caller> let_in() const {
    if (route_->access == Access::Client) return client();
    if (route_->access == Access::Account) return account();
    if (route_->access == Access::SignedIn) return signed_in();
    return Caller{};
  }

  Result<Caller> client() const {
    auto name = resources_.api_keys.client_of(incoming_.headers);
    if (!name) return tl::make_unexpected(Problem{Fault::Unauthorised});
    return Caller{std::move(*name), {}};
  }

  Result<Caller> signed_in() const {
    auto asker = resources_.who ? resources_.who(incoming_.headers) : std::nullopt;
    if (!asker) return tl::make_unexpected(Problem{Fault::SignedOut});
    return Caller{{}, std::move(*asker)};
  }

  Result<Caller> account() const {
    auto caller = signed_in();
    if (!caller) return caller;
    if (caller->asker.roles.empty()) return tl::make_unexpected(second_factor_first());
    const auto& roles = route_->roles;
    if (!roles.empty() && !roles.overlaps(caller->asker.roles)) {
      return tl::make_unexpected(Problem{Fault::NotYourPart});
    }
    return caller;
  }

  Result<std::vector<std::byte>> body_of(std::optional<std::uint64_t> length) {
    if (route_->body_bytes > 0 && !length) {
      return tl::make_unexpected(Problem{Fault::LengthRequired});
    }
    auto body = read_body(length.value_or(0), route_->body_bytes, incoming_.read);
    body_is_open_ = !body;
    return body;
  }

  const Incoming& incoming_;
  Resources& resources_;
  std::span<const Route> table_;
  const Route* route_ = nullptr;
  bool body_is_open_ = true;
};

// What a handler throws is ours to mend: the log says what, the client only that.
Result<http::Answer> passed(Passage& passage, const Incoming& incoming, const Log& log) {
  const auto ours = [&](std::string_view what) {
    log("fault", {{"request", incoming.id}, {"what", what}});
    return tl::make_unexpected(Problem{Fault::OurFault});
  };
  try {
    return passage.pass();
  } catch (const std::exception& error) {
    return ours(error.what());
  } catch (...) {
    return ours("an error without a name");
  }
}

void add_what_every_answer_says(http::Answer& answer, const std::string& id) {
  answer.headers.push_back({"X-Request-Id", id});
  answer.headers.push_back({"X-Content-Type-Options", "nosniff"});
  // Files of the site say themselves how long they last.
  if (http::count(answer.headers, "Cache-Control") == 0) {
    answer.headers.push_back({"Cache-Control", "no-store"});
  }
}

}  // namespace

Outgoing dispatch(const Incoming& incoming, Resources& resources, std::span<const Route> table) {
  const auto begun = std::chrono::steady_clock::now();
  Passage passage(incoming, resources, table);
  auto result = passed(passage, incoming, resources.log);
  Outgoing outgoing{.answer = result ? std::move(*result) : answer_of(result.error(), incoming.id),
                    .keep_open = !passage.body_is_open() && !resources.stopping};
  add_what_every_answer_says(outgoing.answer, incoming.id);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
  resources.metrics.count_request(passage.route_name(), outgoing.answer.status, took);
  nlohmann::ordered_json line{{"request", incoming.id},
                              {"route", passage.route_name()},
                              {"status", outgoing.answer.status},
                              {"ms", static_cast<int>(took.count() * 1000)}};
  if (!result) line["code"] = code_of(result.error().fault);
  resources.log("request", line);
  return outgoing;
}

}  // namespace vermilion::service::server
