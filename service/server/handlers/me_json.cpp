#include "service/server/handlers/me_json.hpp"

#include "workflow/mobile.hpp"

namespace vermilion::service::server::handlers {
namespace {

Json organisation_json(const std::optional<workflow::organisation::Organisation>& organisation) {
  if (!organisation) return nullptr;
  return {{"credit_code", organisation->credit_code},
          {"name", organisation->name},
          {"former_names", organisation->former_names},
          {"name_is_confirmed", organisation->name_is_confirmed},
          {"mobile_masked", workflow::masked_mobile(organisation->mobile)}};
}

}  // namespace

Json roles_json(accounts::Roles roles) {
  Json list = Json::array();
  for (const accounts::Role role : accounts::each_of(roles)) list.push_back(name_of(role));
  return list;
}

Json me_json(const accounts::Me& me) {
  return {{"id", me.row.id},
          {"name", me.name},
          {"roles", roles_json(me.row.roles)},
          {"organisation", organisation_json(me.organisation)},
          {"second_factor", me.row.second_factor_is_set}};
}

accounts::CaptchaAnswer captcha_in(orders::Members& said) {
  accounts::CaptchaAnswer captcha;
  said.object("captcha", [&](orders::Members& part) {
    captcha = {part.text("id", kTextMost), part.text("answer", kTextMost)};
  });
  return captcha;
}

Result<http::Answer> entered_answer(accounts::Accounts& accounts,
                                    const accounts::Result<accounts::Entered>& entered,
                                    const Guest& guest) {
  if (!entered) return tl::make_unexpected(problem_of(entered.error()));
  return answered(accounts::me(accounts, entered->account), [&](const accounts::Me& me) {
    auto answer = json_answer(201, me_json(me));
    add_cookies(answer, guest, entered->token);
    return answer;
  });
}

}  // namespace vermilion::service::server::handlers
