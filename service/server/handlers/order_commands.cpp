#include "service/server/handlers/order_commands.hpp"

#include "service/server/handlers/order_requests.hpp"
#include "service/server/resources.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::server::handlers {
namespace {

using workflow::CommandKind;

template <class T>
using Result = tl::expected<T, Problem>;

// What moves money is never to happen twice because a button was pressed twice.
KeyIs key_for(CommandKind kind) {
  const bool pays = kind == CommandKind::OpenPayment || kind == CommandKind::AskRefund;
  return pays ? KeyIs::Required : KeyIs::Optional;
}

Result<std::string_view> body_in(CommandKind kind, const Request& request) {
  if (!orders::has_members(kind)) return std::string_view();
  return json_in(request);
}

Result<workflow::Body> command_in(CommandKind kind, const Request& request, std::string_view text) {
  auto body = orders::command_of(kind, text);
  if (!body) return tl::make_unexpected(problem_of(body.error()));
  if (auto* closing = std::get_if<workflow::ClosePayment>(&*body)) {
    closing->attempt = request.path.find("attempt")->second;
  }
  return std::move(*body);
}

// An approval is of what the reviewer was shown.
std::string shown_in(CommandKind kind, std::string_view text) {
  if (kind != CommandKind::Approve) return {};
  return nlohmann::json::parse(text).at("digest").get<std::string>();
}

}  // namespace

Result<http::Answer> say_command(CommandKind kind, const Request& request, Resources& resources) {
  auto wish = wish_of(request, key_for(kind));
  if (!wish) return tl::make_unexpected(wish.error());
  const auto text = body_in(kind, request);
  if (!text) return tl::make_unexpected(text.error());
  auto body = command_in(kind, request, *text);
  if (!body) return tl::make_unexpected(body.error());
  wish->asked += workflow::name_of(kind);
  wish->shown = shown_in(kind, *text);
  const auto told = resources.clerk->say(request.asker, request.path.find("order")->second,
                                         std::move(*body), *wish);
  if (!told) return tl::make_unexpected(problem_of(told.error()));
  return answer_of(*told);
}

}  // namespace vermilion::service::server::handlers
