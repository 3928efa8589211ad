#include "service/server/handlers/phone_changes.hpp"

#include "service/accounts/phone_changes.hpp"
#include "service/crypto/base64.hpp"
#include "service/server/handlers/me_json.hpp"
#include "workflow/mobile.hpp"

namespace vermilion::service::server::handlers {
namespace {

// Base64 takes four letters for three bytes.
constexpr std::size_t kMaterialLetters = accounts::kMaterialBytesMax / 3 * 4 + 8;

accounts::PhoneChangeAsked phone_change_asked(orders::Members& said) {
  accounts::PhoneChangeAsked asked{said.text("credit_code", kTextMost),
                                   said.text("mobile", kTextMost),
                                   said.text("code", kTextMost),
                                   said.text("reason", kTextMost),
                                   {}};
  asked.material = crypto::from_base64(said.text("material", kMaterialLetters)).value_or("");
  return asked;
}

Json phone_change_json(const accounts::PhoneChange& change) {
  const auto& [organisation, asked_at_s] = change;
  return {{"credit_code", organisation.credit_code},
          {"name", organisation.name},
          {"mobile_masked", workflow::masked_mobile(organisation.mobile)},
          {"new_mobile_masked", workflow::masked_mobile(organisation.phone_change->mobile)},
          {"reason", organisation.phone_change->reason},
          {"asked_at", utc_text(asked_at_s)},
          {"registered_at", utc_text(organisation.registered_at.time_since_epoch().count())}};
}

}  // namespace

Result<http::Answer> ask_phone_change(const Request& request, Resources& resources) {
  const auto asked = said_in<accounts::PhoneChangeAsked>(request, phone_change_asked);
  if (!asked) return tl::make_unexpected(asked.error());
  const auto done = accounts::ask_phone_change(accounts_of(resources), *asked,
                                               accounts::visitor_of(request.headers));
  if (!done) return tl::make_unexpected(problem_of(done.error()));
  return http::Answer{.status = 202, .headers = {}, .body = {}};
}

Result<http::Answer> list_phone_changes(const Request& /*request*/, Resources& resources) {
  const auto changes = accounts::phone_changes(accounts_of(resources));
  return answered(changes, [](const std::vector<accounts::PhoneChange>& found) {
    Json items = Json::array();
    for (const auto& change : found) items.push_back(phone_change_json(change));
    return json_answer(200, list_json(std::move(items)));
  });
}

Result<http::Answer> approve_phone_change(const Request& request, Resources& resources) {
  return answered(accounts::approve_phone_change(accounts_of(resources), request.asker,
                                                 parameter(request, "credit_code")));
}

Result<http::Answer> refuse_phone_change(const Request& request, Resources& resources) {
  const auto reason = said_in<std::string>(
      request, [](orders::Members& said) { return said.text("reason", kTextMost); });
  if (!reason) return tl::make_unexpected(reason.error());
  return answered(accounts::refuse_phone_change(accounts_of(resources), request.asker,
                                                parameter(request, "credit_code"), *reason));
}

// A stranger's bytes are a file to keep, never something a browser looks into.
Result<http::Answer> phone_change_material(const Request& request, Resources& resources) {
  const auto material = accounts::phone_change_material(accounts_of(resources), request.asker,
                                                        parameter(request, "credit_code"));
  return answered(material, [](const std::string& bytes) {
    return http::Answer{.status = 200,
                        .headers = {{"Content-Type", "application/octet-stream"},
                                    {"Content-Disposition", "attachment; filename=\"material\""},
                                    {"Content-Security-Policy", "sandbox"}},
                        .body = bytes};
  });
}

}  // namespace vermilion::service::server::handlers
