#include "service/server/handlers/captchas.hpp"

#include "service/accounts/captchas.hpp"
#include "service/accounts/typed_code.hpp"
#include "service/crypto/base64.hpp"
#include "service/server/handlers/account_answers.hpp"

namespace vermilion::service::server::handlers {
namespace {

// A code has 18; what is typed may have blanks.
constexpr std::size_t kTypedMost = 64;

Json changes_json(const std::vector<accounts::Change>& changes) {
  Json list = Json::array();
  for (const auto& [at, from, to, why] : changes) {
    list.push_back({{"at", at}, {"from", from}, {"to", to}, {"why", name_of(why)}});
  }
  return list;
}

}  // namespace

Result<http::Answer> make_captcha(const Request& request, Resources& resources) {
  const Guest guest = guest_of(request);
  const auto shown =
      accounts::show_captcha(accounts_of(resources), guest.visitor.device, guest.visitor.address);
  return answered(shown, [&](const accounts::Captcha& captcha) {
    auto answer =
        json_answer(201, {{"id", captcha.id},
                          {"picture", "data:image/png;base64," + crypto::to_base64(captcha.png)},
                          {"question", captcha.question},
                          {"question_en", captcha.question_en},
                          {"expires", utc_text(captcha.until_ms / 1000)}});
    add_cookies(answer, guest);
    return answer;
  });
}

Result<http::Answer> correct_credit_code(const Request& request, Resources& /*resources*/) {
  const auto typed = said_in<std::string>(
      request, [](orders::Members& said) { return said.text("credit_code", kTypedMost); });
  if (!typed) return tl::make_unexpected(typed.error());
  const auto read = accounts::read_typed_code(*typed);
  return json_answer(200, {{"given", read.given},
                           {"credit_code", read.code},
                           {"valid", read.valid},
                           {"fault", read.valid ? Json() : Json(read.fault)},
                           {"changes", changes_json(read.changes)},
                           {"candidates", read.candidates}});
}

}  // namespace vermilion::service::server::handlers
