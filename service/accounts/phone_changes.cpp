#include "service/accounts/phone_changes.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/fields.hpp"
#include "service/accounts/limits.hpp"
#include "service/accounts/noted.hpp"
#include "service/accounts/organisation_of.hpp"
#include "service/accounts/registration.hpp"
#include "service/accounts/rows.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/tokens.hpp"
#include "service/accounts/typed_code.hpp"
#include "service/accounts/waiting.hpp"
#include "workflow/mobile.hpp"

#include <algorithm>
#include <array>

namespace vermilion::service::accounts {
namespace {

namespace org = workflow::organisation;
using store::orders::Saying;

// Letters are kept, so not more of them than a person sends.
constexpr Limit kOfAddress{"phone_changes_address", 5, std::chrono::minutes(20)};

constexpr std::array<std::string_view, 3> kPictures{"\xFF\xD8\xFF", "\x89PNG\r\n\x1A\n", "BM"};

bool is_picture(std::string_view bytes) {
  return std::ranges::any_of(kPictures,
                             [&](std::string_view magic) { return bytes.starts_with(magic); });
}

Result<void> check(const PhoneChangeAsked& asked) {
  if (!workflow::is_mobile(asked.mobile)) return invalid("/mobile", "请填写 11 位手机号码。");
  if (auto fit = check_line("/reason", asked.reason, kReasonCharactersMax); !fit) return fit;
  if (!is_picture(asked.material) || asked.material.size() > kMaterialBytesMax) {
    return invalid("/material", "请上传盖章的变更申请，jpg、png 或 bmp 图片，不超过 1 MB。");
  }
  return {};
}

Result<std::string> kept(Accounts& accounts, const std::string& material) {
  if (accounts.blobs == nullptr) {
    return refused({store::database::ErrorKind::Down, "there is nowhere to keep letters", {}});
  }
  const auto id = accounts.blobs->put(material);
  if (!id) return refused({store::database::ErrorKind::Down, id.error().what, {}});
  return id->text();
}

Result<void> enter(Accounts& accounts, const PhoneChangeAsked& asked, const std::string& code,
                   const Visitor& visitor) {
  auto entered = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    const Rate rate(accounts.keys, kOfAddress, {visitor.address});
    const auto wait = rate.take(saying.transaction);
    if (wait.count() > 0) return refused(Reason::TooMany, seconds_of(wait));
    return enter_code(accounts, saying, org::Purpose::ChangePhone, code, asked.mobile, asked.code);
  });
  if (!entered) return refused(entered.error());
  return *entered;
}

// Both answers to a question of an applicant are customer service's.
template <class Then>
Result<void> decide(Accounts& accounts, const Asker& asker, const std::string& credit_code,
                    org::Body body, const Then& then) {
  auto done = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    const auto before = organisation_of(saying, credit_code);
    if (!before.phone_change) return refused(Reason::NotFound);
    const auto step =
        say(saying, credit_code, {new_id(), {workflow::Role::Service, asker.id}, std::move(body)});
    if (!step) return refused(step.error());
    saying.transaction.run("DELETE FROM phone_changes WHERE organisation = $1", {credit_code});
    then(saying.transaction, before, step->organisation);
    return {};
  });
  if (!done) return refused(done.error());
  return *done;
}

void sign_out(Transaction& transaction, const org::Organisation& before,
              const org::Organisation& after) {
  for (const auto& [id, seat] : before.seats) {
    if (seat.mobile != before.mobile) continue;
    set_password(transaction, id, "");
    transaction.run("DELETE FROM devices WHERE account = $1", {id});
  }
  end_sessions_before(transaction, after.credit_code, after.version);
}

}  // namespace

Result<void> ask_phone_change(Accounts& accounts, const PhoneChangeAsked& asked,
                              const Visitor& visitor) {
  const auto code = credit_code_meant(asked.credit_code);
  if (!code) return tl::make_unexpected(code.error());
  if (auto fit = check(asked); !fit) return fit;
  if (auto entered = enter(accounts, asked, *code, visitor); !entered) return entered;
  const auto material = kept(accounts, asked.material);
  if (!material) return tl::make_unexpected(material.error());
  auto done = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    const org::AskPhoneChange body{asked.mobile, *material, trimmed(asked.reason)};
    const auto step = say(saying, *code, {new_id(), {workflow::Role::Applicant, "visitor"}, body});
    if (!step) return refused(step.error());
    saying.transaction.run(
        "INSERT INTO phone_changes (organisation, asked_at) VALUES ($1, $2) "
        "ON CONFLICT (organisation) DO UPDATE SET asked_at = excluded.asked_at",
        {*code, saying.transaction.now_ms() / 1000});
    return {};
  });
  if (!done) return refused(done.error());
  return *done;
}

Result<std::vector<PhoneChange>> phone_changes(Accounts& accounts) {
  auto found = accounts.orders.transact([&](Saying& saying) {
    std::vector<PhoneChange> changes;
    for (const auto& [organisation, asked_at] : saying.transaction.rows<std::string, std::int64_t>(
             "SELECT organisation, asked_at FROM phone_changes ORDER BY asked_at, organisation")) {
      changes.push_back({organisation_of(saying, organisation), asked_at});
    }
    std::erase_if(changes, [](const PhoneChange& change) {
      return !change.organisation.phone_change.has_value();
    });
    return changes;
  });
  if (!found) return refused(found.error());
  return std::move(*found);
}

Result<void> approve_phone_change(Accounts& accounts, const Asker& asker,
                                  const std::string& credit_code) {
  return decide(accounts, asker, credit_code, org::ApprovePhoneChange{}, sign_out);
}

Result<void> refuse_phone_change(Accounts& accounts, const Asker& asker,
                                 const std::string& credit_code, const std::string& reason) {
  if (auto fit = check_line("/reason", reason, kReasonCharactersMax); !fit) return fit;
  return decide(accounts, asker, credit_code, org::RefusePhoneChange{trimmed(reason)},
                [](const auto&, const auto&, const auto&) {});
}

Result<std::string> phone_change_material(Accounts& accounts, const Asker& asker,
                                          const std::string& credit_code) {
  auto named = accounts.orders.transact([&](Saying& saying) {
    const auto change = organisation_of(saying, credit_code).phone_change;
    if (!change) return std::string();
    note(saying.transaction, "material_viewed",
         {{"by", asker.id}, {"organisation", credit_code}, {"sha256", change->material_sha256}});
    return change->material_sha256;
  });
  if (!named) return refused(named.error());
  const auto id = store::blobs::BlobId::parse(*named);
  if (!id || accounts.blobs == nullptr) return refused(Reason::NotFound);
  auto bytes = accounts.blobs->get(*id);
  if (!bytes) return refused(Reason::NotFound);
  return std::move(*bytes);
}

}  // namespace vermilion::service::accounts
