#include "service/server/handlers/registration.hpp"

#include "service/accounts/registration.hpp"
#include "service/server/handlers/me_json.hpp"

namespace vermilion::service::server::handlers {
namespace {

using workflow::organisation::Purpose;

accounts::CodeAsked code_asked(orders::Members& said) {
  static const std::map<std::string_view, Purpose> kPurposes{
      {"register", Purpose::Register},
      {"reset_password", Purpose::ResetPassword},
      {"change_phone", Purpose::ChangePhone}};
  return {said.one_of("purpose", kPurposes), said.text("credit_code", kTextMost),
          said.text("mobile", kTextMost), captcha_in(said)};
}

accounts::Registration registration(orders::Members& said) {
  return {said.text("credit_code", kTextMost),    said.text("name", kTextMost),
          said.text("person", kTextMost),         said.text("mobile", kTextMost),
          said.text("code", kTextMost),           said.text("password", kTextMost),
          said.text_if_any("replaces", kTextMost)};
}

accounts::NewPassword new_password(orders::Members& said) {
  return {said.text("credit_code", kTextMost), said.text("mobile", kTextMost),
          said.text("code", kTextMost), said.text("password", kTextMost)};
}

Json advice_json(const std::vector<accounts::AdviceText>& texts) {
  const auto name = [](workflow::organisation::Advice advice) {
    return workflow::organisation::node_of(advice).name;
  };
  Json list = Json::array();
  for (const auto& [node, zh, en] : texts) {
    Json one{{"id", node.name}, {"zh", zh}, {"en", en}};
    if (node.yes) one["yes"] = name(*node.yes);
    if (node.no) one["no"] = name(*node.no);
    list.push_back(std::move(one));
  }
  return list;
}

// USER_EXISTS is no dead end: questions lead on from it.
Result<http::Answer> refused_answer(accounts::Accounts& accounts, const accounts::Refused& refused,
                                    const std::string& credit_code, const Request& request) {
  const bool exists = refused.reason == accounts::Reason::Workflow &&
                      refused.refusal.code == workflow::RefusalCode::UserExists;
  if (!exists) return tl::make_unexpected(problem_of(refused));
  const auto advice = accounts::advice_about(accounts, credit_code);
  if (!advice) return tl::make_unexpected(problem_of(advice.error()));
  auto answer = answer_of(problem_of(refused), request.id);
  Json body = Json::parse(answer.body);
  body["advice"] = advice_json(*advice);
  answer.body = body.dump();
  return answer;
}

}  // namespace

Result<http::Answer> send_code(const Request& request, Resources& resources) {
  const auto asked = said_in<accounts::CodeAsked>(request, code_asked);
  if (!asked) return tl::make_unexpected(asked.error());
  auto& accounts = accounts_of(resources);
  const auto wait = accounts::send_code(accounts, *asked, accounts::visitor_of(request.headers));
  if (!wait) return refused_answer(accounts, wait.error(), asked->credit_code, request);
  return json_answer(202, {{"wait_s", wait->count()}});
}

Result<http::Answer> register_organisation(const Request& request, Resources& resources) {
  const auto said = said_in<accounts::Registration>(request, registration);
  if (!said) return tl::make_unexpected(said.error());
  auto& accounts = accounts_of(resources);
  const Guest guest = guest_of(request);
  const auto entered = accounts::register_organisation(accounts, *said, guest.visitor);
  if (!entered) return refused_answer(accounts, entered.error(), said->credit_code, request);
  return entered_answer(accounts, entered, guest);
}

Result<http::Answer> reset_password(const Request& request, Resources& resources) {
  const auto said = said_in<accounts::NewPassword>(request, new_password);
  if (!said) return tl::make_unexpected(said.error());
  const Guest guest = guest_of(request);
  auto answer = answered(accounts::reset_password(accounts_of(resources), *said, guest.visitor));
  if (answer) add_cookies(*answer, guest);
  return answer;
}

}  // namespace vermilion::service::server::handlers
