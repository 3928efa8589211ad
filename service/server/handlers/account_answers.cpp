#include "service/server/handlers/account_answers.hpp"

#include "service/accounts/cookies.hpp"
#include "service/accounts/tokens.hpp"
#include "workflow/messages.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <stdexcept>

namespace vermilion::service::server::handlers {
namespace {

using accounts::Reason;
using accounts::Refused;

Problem with_code(Fault fault, std::string code, std::string zh, std::string en) {
  return {.fault = fault, .said = Said{std::move(code), std::move(zh), std::move(en)}};
}

Problem of_workflow(const workflow::Refusal& refusal) {
  using workflow::Language;
  return with_code(Fault::Refused, std::string(name_of(refusal.code)),
                   text_of(refusal, Language::Chinese), text_of(refusal, Language::English));
}

// What the database says is for the log, which knows the request.
Problem of_database(const store::database::Error& error) {
  using store::database::ErrorKind;
  if (error.kind == ErrorKind::Busy) return {.fault = Fault::Busy, .retry_s = 1};
  throw std::runtime_error("database: " + error.detail);
}

Problem with_mistakes(Fault fault, const Refused& refused) {
  Problem problem{.fault = fault};
  for (const auto& mistake : refused.mistakes) {
    problem.complaints.push_back({mistake.pointer, mistake.text});
  }
  return problem;
}

Problem after_a_while(Fault fault, std::chrono::seconds wait) {
  return {.fault = fault, .retry_s = static_cast<unsigned>(wait.count())};
}

Problem code_wrong(unsigned left) {
  if (left == 0) {
    return with_code(Fault::Refused, "CODE_WRONG", "验证码不对或已失效。请核对短信，或重新获取。",
                     "The code is wrong or has expired. Look again, or ask for another.");
  }
  return with_code(Fault::Refused, "CODE_WRONG",
                   fmt::format("验证码不对，还可以再试 {} 次。请照短信输入。", left),
                   fmt::format("The code is wrong; {} tries are left.", left));
}

Problem roles_exclude(const Refused& refused) {
  Problem problem = with_mistakes(Fault::Invalid, refused);
  problem.said = Said{"ROLES_EXCLUDE", "这些岗位不能由同一账户兼任。",
                      "One account must not hold these roles together."};
  return problem;
}

}  // namespace

Problem problem_of(const Refused& refused) {
  switch (refused.reason) {
    case Reason::Workflow:
      return of_workflow(refused.refusal);
    case Reason::Database:
      return of_database(refused.error);
    case Reason::Invalid:
      return with_mistakes(Fault::Invalid, refused);
    case Reason::SignInFailed:
      return with_code(Fault::SignedOut, "SIGN_IN_FAILED", "账户或密码不对。",
                       "The account or the password is wrong.");
    case Reason::CaptchaNeeded:
      return with_code(Fault::SignedOut, "CAPTCHA_NEEDED", "请输入图形验证码，或回答文字问题。",
                       "Answer the captcha, by its picture or its question.");
    case Reason::SecondFactorNeeded:
      return with_code(Fault::SignedOut, "SECOND_FACTOR", "请输入动态口令（六位数字）。",
                       "Type the six digits of your authenticator.");
    case Reason::CodeWrong:
      return code_wrong(refused.left);
    case Reason::TooMany:
      return after_a_while(Fault::TooMany, refused.wait);
    case Reason::Busy:
      return after_a_while(Fault::Busy, refused.wait);
    case Reason::NotFound:
      return {.fault = Fault::NotFound};
    case Reason::RolesExclude:
      return roles_exclude(refused);
    case Reason::LastAdmin:
      return with_code(Fault::Refused, "LAST_ADMIN", "这是最后一个管理员，不能停用或更改岗位。",
                       "This is the last administrator.");
    case Reason::Changed:
      break;
  }
  return with_code(Fault::Refused, "NOT_NOW", "现在不能进行此操作，请刷新后再试。",
                   "This cannot be done now. Look again.");
}

http::Answer json_answer(int status, const Json& json) {
  return {.status = status,
          .headers = {{"Content-Type", "application/json"}},
          .body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

http::Answer no_content() {
  return {.status = 204, .headers = {}, .body = {}};
}

Json list_json(Json items) {
  return {{"items", std::move(items)}, {"next", nullptr}};
}

std::string utc_text(std::int64_t at_s) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(at_s)));
}

Result<nlohmann::json> object_of(const Request& request) {
  if (http::only(request.headers, "Content-Type").value_or("").substr(0, 16) !=
      "application/json") {
    return tl::make_unexpected(Problem{.fault = Fault::BadRequest,
                                       .detail = "the body is application/json",
                                       .pointer = "/headers/content-type"});
  }
  orders::Mistakes mistakes;
  auto object = orders::object_in(
      {reinterpret_cast<const char*>(request.body.data()), request.body.size()}, mistakes);
  if (!mistakes.empty()) return tl::make_unexpected(problem_of(mistakes));
  return object;
}

Guest guest_of(const Request& request) {
  Guest guest{accounts::visitor_of(request.headers), std::nullopt};
  if (!guest.visitor.device.empty()) return guest;
  const std::string token = accounts::new_token();
  guest.visitor.device = accounts::digest_of_token(token);
  guest.cookie = accounts::set_cookie(accounts::kDeviceCookie, token, accounts::kDeviceLife);
  return guest;
}

void add_cookies(http::Answer& answer, const Guest& guest, const std::string& session_token) {
  if (guest.cookie) answer.headers.push_back(*guest.cookie);
  if (session_token.empty()) return;
  answer.headers.push_back(accounts::set_cookie(accounts::kSessionCookie, session_token));
}

accounts::Accounts& accounts_of(const Resources& resources) {
  if (resources.accounts == nullptr) throw std::logic_error("this server has no accounts");
  return *resources.accounts;
}

const std::string& parameter(const Request& request, std::string_view name) {
  return request.path.find(name)->second;
}

Result<http::Answer> answered(const accounts::Result<void>& done) {
  if (!done) return tl::make_unexpected(problem_of(done.error()));
  return no_content();
}

}  // namespace vermilion::service::server::handlers
