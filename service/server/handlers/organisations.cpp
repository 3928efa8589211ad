#include "service/server/handlers/organisations.hpp"

#include "service/accounts/organisations.hpp"
#include "service/server/handlers/me_json.hpp"
#include "workflow/mobile.hpp"

namespace vermilion::service::server::handlers {
namespace {

namespace org = workflow::organisation;

// 张*: the family name, which its owner is called by.
std::string masked_person(const std::string& person) {
  std::size_t first = 1;
  while (first < person.size() && (static_cast<unsigned char>(person[first]) & 0xC0) == 0x80) {
    ++first;
  }
  return person.empty() ? "" : person.substr(0, first) + "**";
}

Json seats_json(const org::Organisation& organisation) {
  Json list = Json::array();
  for (const auto& [id, seat] : organisation.seats) {
    list.push_back({{"id", id},
                    {"person_masked", masked_person(seat.person)},
                    {"mobile_masked", workflow::masked_mobile(seat.mobile)}});
  }
  return list;
}

Json main_keys_json(const org::Organisation& organisation) {
  Json list = Json::array();
  for (const auto& [project, key] : organisation.main_keys) {
    const bool issued = key.state == workflow::MainKey::State::Issued;
    list.push_back(
        {{"project", project}, {"state", issued ? "issued" : "reserved"}, {"serial", key.serial}});
  }
  return list;
}

Json organisation_json(const org::Organisation& organisation) {
  const bool registered = organisation.state != org::State::Unregistered;
  const auto at = organisation.registered_at.time_since_epoch().count();
  const bool superseded = !organisation.superseded_by.empty();
  return {{"credit_code", organisation.credit_code},
          {"state", org::kStateNames[static_cast<std::size_t>(organisation.state)]},
          {"name", organisation.name},
          {"former_names", organisation.former_names},
          {"name_is_confirmed", organisation.name_is_confirmed},
          {"mobile_masked", workflow::masked_mobile(organisation.mobile)},
          {"registered_at", registered ? Json(utc_text(at)) : Json()},
          {"superseded_by", superseded ? Json(organisation.superseded_by) : Json()},
          {"seats", seats_json(organisation)},
          {"main_keys", main_keys_json(organisation)},
          {"phone_change", organisation.phone_change.has_value()},
          {"rename", organisation.rename.has_value()}};
}

Json question_json(const accounts::RenameQuestion& question) {
  return {{"text", question.text},
          {"digest", question.digest},
          {"asked_by", question.asked.asked_by.id},
          {"asked_at", utc_text(question.asked.asked_at.time_since_epoch().count())},
          {"wrong", question.rename.wrong},
          {"right", question.rename.right},
          {"differs_only_in_width", question.differs_only_in_width},
          {"reason", question.rename.reason},
          {"evidence", question.rename.evidence_sha256}};
}

}  // namespace

Result<http::Answer> show_organisation(const Request& request, Resources& resources) {
  return answered(
      accounts::organisation_named(accounts_of(resources), parameter(request, "credit_code")),
      [](const org::Organisation& found) { return json_answer(200, organisation_json(found)); });
}

Result<http::Answer> ask_rename(const Request& request, Resources& resources) {
  const auto rename = said_in<org::AskRename>(request, [](orders::Members& said) {
    return org::AskRename{said.text("wrong", kTextMost), said.text("right", kTextMost),
                          said.text("reason", kTextMost), said.sha256("evidence")};
  });
  if (!rename) return tl::make_unexpected(rename.error());
  return answered(
      accounts::ask_rename(accounts_of(resources), request.asker, parameter(request, "credit_code"),
                           *rename),
      [](const accounts::RenameQuestion& asked) { return json_answer(201, question_json(asked)); });
}

Result<http::Answer> rename_subject(const Request& request, Resources& resources) {
  return answered(
      accounts::rename_question(accounts_of(resources), parameter(request, "credit_code")),
      [](const accounts::RenameQuestion& asked) { return json_answer(200, question_json(asked)); });
}

Result<http::Answer> confirm_rename(const Request& request, Resources& resources) {
  const auto digest =
      said_in<std::string>(request, [](orders::Members& said) { return said.sha256("digest"); });
  if (!digest) return tl::make_unexpected(digest.error());
  return answered(accounts::confirm_rename(accounts_of(resources), request.asker,
                                           parameter(request, "credit_code"), *digest));
}

Result<http::Answer> withdraw_rename(const Request& request, Resources& resources) {
  return answered(accounts::withdraw_rename(accounts_of(resources), request.asker,
                                            parameter(request, "credit_code")));
}

}  // namespace vermilion::service::server::handlers
