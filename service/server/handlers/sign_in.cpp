#include "service/server/handlers/sign_in.hpp"

#include "service/accounts/cookies.hpp"
#include "service/accounts/organisations.hpp"
#include "service/accounts/second_factor.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/sign_in.hpp"
#include "service/server/handlers/me_json.hpp"

namespace vermilion::service::server::handlers {
namespace {

std::optional<accounts::CaptchaAnswer> captcha_if_any(orders::Members& said,
                                                      const nlohmann::json& body) {
  if (!body.contains("captcha") || body["captcha"].is_null()) {
    (void)said.text_if_any("captcha", kTextMost);  // it is known
    return std::nullopt;
  }
  return captcha_in(said);
}

Result<accounts::SignIn> sign_in_of(const Request& request) {
  const auto body = object_of(request);
  if (!body) return tl::make_unexpected(body.error());
  return said_in<accounts::SignIn>(request, [&](orders::Members& said) {
    return accounts::SignIn{
        said.text_if_any("credit_code", kTextMost), said.text_if_any("mobile", kTextMost),
        said.text_if_any("login", kTextMost),       said.text("password", kTextMost),
        said.text_if_any("totp", kTextMost),        captcha_if_any(said, *body)};
  });
}

Json session_json(const accounts::Session& session, const std::string& current) {
  return {{"id", session.id},
          {"current", session.id == current},
          {"agent", session.agent},
          {"begun_at", utc_text(session.begun_at_ms / 1000)},
          {"used_at", utc_text(session.used_at_ms / 1000)},
          {"expires", utc_text(session.until_ms / 1000)}};
}

std::string current_session(const Request& request, const Resources& resources) {
  const auto signed_in = accounts::signed_in_by(accounts_of(resources), request.headers);
  return signed_in ? signed_in->session : "";
}

}  // namespace

Result<http::Answer> sign_in(const Request& request, Resources& resources) {
  const auto said = sign_in_of(request);
  if (!said) return tl::make_unexpected(said.error());
  if (said->login.empty() == said->credit_code.empty()) {
    return tl::make_unexpected(
        Problem{.fault = Fault::Invalid,
                .complaints = {{"/credit_code", "请填写统一社会信用代码，或工作人员登录名。"}}});
  }
  auto& accounts = accounts_of(resources);
  const Guest guest = guest_of(request);
  return entered_answer(accounts, accounts::sign_in(accounts, *said, guest.visitor), guest);
}

Result<http::Answer> list_sessions(const Request& request, Resources& resources) {
  const std::string current = current_session(request, resources);
  const auto sessions =
      accounts_of(resources).orders.database().read([&](accounts::Transaction& transaction) {
        return accounts::sessions_of(transaction, request.asker.id);
      });
  if (!sessions)
    return tl::make_unexpected(problem_of(accounts::refused(sessions.error()).value()));
  Json items = Json::array();
  for (const auto& session : *sessions) items.push_back(session_json(session, current));
  return json_answer(200, list_json(std::move(items)));
}

Result<http::Answer> end_session(const Request& request, Resources& resources) {
  const std::string& named = parameter(request, "session");
  const std::string current = current_session(request, resources);
  const std::string session = named == "current" ? current : named;
  const auto ended =
      accounts_of(resources).orders.database().transact([&](accounts::Transaction& transaction) {
        return accounts::end_session(transaction, request.asker.id, session);
      });
  if (!ended) return tl::make_unexpected(problem_of(accounts::refused(ended.error()).value()));
  if (!*ended) return tl::make_unexpected(Problem{.fault = Fault::NotFound});
  http::Answer answer = no_content();
  if (session == current) {
    answer.headers.push_back(
        accounts::set_cookie(accounts::kSessionCookie, "", std::chrono::seconds(0)));
  }
  return answer;
}

Result<http::Answer> who_am_i(const Request& request, Resources& resources) {
  return answered(accounts::me(accounts_of(resources), request.asker.id),
                  [](const accounts::Me& me) { return json_answer(200, me_json(me)); });
}

Result<http::Answer> confirm_name(const Request& request, Resources& resources) {
  return answered(accounts::confirm_name(accounts_of(resources), request.asker));
}

Result<http::Answer> change_password(const Request& request, Resources& resources) {
  struct Said {
    std::string old;
    std::string fresh;
  };
  const auto said = said_in<Said>(request, [](orders::Members& members) {
    return Said{members.text("old", kTextMost), members.text("new", kTextMost)};
  });
  if (!said) return tl::make_unexpected(said.error());
  return answered(accounts::change_password(accounts_of(resources), request.asker.id,
                                            current_session(request, resources), said->old,
                                            said->fresh));
}

Result<http::Answer> offer_second_factor(const Request& request, Resources& resources) {
  return answered(accounts::offer_second_factor(accounts_of(resources), request.asker.id),
                  [](const accounts::OfferedFactor& offered) {
                    return json_answer(201, {{"secret", offered.secret}, {"uri", offered.uri}});
                  });
}

Result<http::Answer> confirm_second_factor(const Request& request, Resources& resources) {
  const auto totp = said_in<std::string>(
      request, [](orders::Members& said) { return said.text("totp", kTextMost); });
  if (!totp) return tl::make_unexpected(totp.error());
  return answered(accounts::confirm_second_factor(accounts_of(resources), request.asker.id, *totp));
}

}  // namespace vermilion::service::server::handlers
