#include "service/commands/serving.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/accounts/effects.hpp"
#include "service/commands/staff_rooms.hpp"
#include "service/crypto/secret_file.hpp"
#include "service/orders/answers.hpp"
#include "service/orders/codes.hpp"
#include "service/projects/folder.hpp"
#include "service/projects/rule_set.hpp"
#include "service/running/alarms.hpp"
#include "service/running/chores.hpp"
#include "service/scans/forms.hpp"
#include "service/scans/inspection.hpp"
#include "service/scans/scan.hpp"
#include "service/webhooks/telling.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace vermilion::service::commands {
namespace {

using server::ServerSettings;

template <class T>
using Made = tl::expected<T, std::string>;

// An integrator waits no longer for news.
constexpr std::chrono::seconds kTellWebhooks{1};
constexpr std::size_t kKeyDigits = 64;
// Of those who have scans looked at: while the workers look, one writes down what they saw.
constexpr unsigned kBesides = 1;

// Orders are begun under what is published. Whoever changes the folder later publishes it himself.
Made<void> publish_first(projects::Kept& kept, const std::filesystem::path& folder) {
  if (kept.live()) return {};
  auto files = projects::files_in(folder);
  if (!files) return tl::unexpected(files.error());
  const auto rules = projects::read_rule_set(std::move(*files), pipeline::check_descriptions());
  if (!rules) return tl::unexpected(rules.error());
  const auto published = kept.publish(*rules, "serve", "the rules it came with");
  if (!published) return tl::unexpected(published.error().detail);
  return {};
}

Made<std::unique_ptr<projects::Kept>> open_rules(running::Kept& kept,
                                                 const std::filesystem::path& folder) {
  auto rules = projects::Kept::open(kept.database());
  if (!rules) return tl::unexpected(rules.error());
  if (const auto published = publish_first(**rules, folder); !published) {
    return tl::unexpected(published.error());
  }
  return std::move(*rules);
}

running::Report report_to(const server::Log& log) {
  return [log](std::string_view who, std::string_view what) {
    log("running", {{"who", who}, {"what", what}});
  };
}

Made<std::optional<webhooks::Webhooks>> open_webhooks(const ServerSettings& settings,
                                                      store::database::Database& database) {
  if (settings.webhook_key.empty()) return std::nullopt;
  const auto key = crypto::read_secret_file(settings.webhook_key);
  if (!key) return tl::unexpected(key.error());
  const std::string digits = key->substr(0, key->find('\n'));
  if (digits.size() != kKeyDigits) {
    return tl::unexpected(fmt::format("{}: {} hexadecimal digits are wanted",
                                      settings.webhook_key.string(), kKeyDigits));
  }
  return webhooks::Webhooks{database, digits, settings.webhook_reach};
}

running::Round webhooks_round(const webhooks::Webhooks& all) {
  const auto tell = [&all, carrier_to = webhooks::carrier_by(all.reach)](
                        const std::stop_token& stop) -> Made<void> {
    const auto told = webhooks::tell_all(all.database, carrier_to, all.key, {}, stop);
    if (!told) return tl::unexpected(told.error().detail);
    return {};
  };
  return {"tell_webhooks", kTellWebhooks, tell, /*by_all=*/true};
}

// What the machine said of the scan that lies in a slot.
std::optional<std::string> verdict_on(store::database::Transaction& transaction,
                                      const std::string& order, const std::string& slot,
                                      const std::string& sha256) {
  const auto scan = scans::find_scan(transaction, order, slot);
  if (!scan || scan->sha256 != sha256) return std::nullopt;
  const auto seen = scans::find_seen(transaction, *scan);
  if (!seen) return std::nullopt;
  return seen->verdict;
}

Made<void> open_kept(Rooms& rooms, const ServerSettings& settings,
                     const std::filesystem::path& rules, const server::Log& log) {
  auto secret = accounts::Keys::from_file(settings.account_keys);
  if (!secret) return tl::unexpected(secret.error());
  auto kept = running::Kept::open(settings.places);
  if (!kept) return tl::unexpected(kept.error());
  rooms.kept = std::move(*kept);
  auto terms = open_rules(*rooms.kept, rules);
  if (!terms) return tl::unexpected(terms.error());
  rooms.rules = std::move(*terms);
  auto installation = running::Installation::open(
      *rooms.kept, *rooms.rules, settings.places,
      {.scans = settings.pool.workers + kBesides, .rest = settings.runners}, report_to(log));
  if (!installation) return tl::unexpected(installation.error());
  rooms.installation = std::move(*installation);
  auto& all_orders = rooms.installation->orders();
  rooms.accounts =
      std::make_unique<accounts::Accounts>(all_orders, &rooms.kept->blobs(), std::move(*secret));
  rooms.clerk = std::make_unique<orders::Clerk>(all_orders, *rooms.rules,
                                                workflow::WorkingDays::shipped(), verdict_on);
  auto hooks = open_webhooks(settings, rooms.kept->database());
  if (!hooks) return tl::unexpected(hooks.error());
  if (*hooks) rooms.webhooks.emplace(std::move(**hooks));
  return {};
}

// Scans of an order wait their turn among those of its account.
scans::Look look_by(server::Resources& resources) {
  return [&resources](
             const std::string& account, std::span<const std::byte> bytes, std::string_view file,
             const pipeline::Plan& plan) -> tl::expected<pipeline::Report, std::chrono::seconds> {
    const auto turn = resources.turns.take(account);
    if (!turn) return tl::unexpected(turn.error());
    return resources.inspect(bytes, file, plan);
  };
}

std::unique_ptr<scans::House> house_of(Rooms& rooms, server::Resources& resources,
                                       workers::WorkerPool& pool) {
  const projects::Kept& kept = *rooms.rules;
  running::Installation& installation = *rooms.installation;
  scans::House house{
      .orders = installation.orders(),
      .blobs = rooms.kept->blobs(),
      .rules = [&kept](
                   const std::string& project,
                   const std::string& digest) { return kept.rules_with_digest(project, digest); },
      .document = [&kept](const std::string& type) -> std::shared_ptr<const rules::DocumentType> {
        const auto live = kept.live();
        const auto found = live->documents.find(type);
        return found == live->documents.end() ? nullptr : found->second;
      },
      .checks = resources.checks,
      .form_keys = resources.form_keys,
      .look = look_by(resources),
      .redraw = [&pool](auto bytes, const auto& drawing) { return pool.redraw(bytes, drawing); }};
  house.verification_url = [&installation](const std::string& order) {
    const auto url = installation.database().read([&](store::database::Transaction& transaction) {
      return orders::code_of_verification(transaction, order);
    });
    return url ? *url : std::nullopt;
  };
  return std::make_unique<scans::House>(std::move(house));
}

running::InHouse who_does_what(Rooms& rooms) {
  using workflow::EffectKind;
  scans::House& house = *rooms.scans;
  return {{EffectKind::QueueInspection,
           [&house](const effects::Task& task) { return scans::inspect(house, task); }},
          {EffectKind::MakeForms,
           [&house](const effects::Task& task) { return scans::make_forms(house, task); }},
          {EffectKind::MakeRefundLetter,
           [&house](const effects::Task& task) { return scans::make_refund_letter(house, task); }}};
}

// What workflow asks for about accounts; what of it a person has to look at is an alarm.
void serve_accounts(Rooms& rooms) {
  running::Installation& installation = *rooms.installation;
  const auto alarm = [&installation](const workflow::organisation::Effect& effect) {
    const auto raised = running::raise(installation.database(), {effect.key, "account", "", "", 0});
    if (!raised) installation.report("alarms", raised.error().detail);
  };
  installation.world().account =
      accounts::account_effects(*rooms.accounts, installation.world(), alarm);
}

running::Round accounts_round(accounts::Accounts& all) {
  return {"sweep_accounts", std::chrono::minutes(10), [&all](const std::stop_token&) -> Made<void> {
            const auto swept = accounts::sweep(all);
            if (!swept) return tl::unexpected(swept.error().detail);
            return {};
          }};
}

running::Round answers_round(running::Installation& installation) {
  return {"forget_old_answers", std::chrono::hours(24),
          [&installation](const std::stop_token&) -> Made<void> {
            const auto gone = installation.database().transact(orders::forget_old_answers);
            if (!gone) return tl::unexpected(gone.error().detail);
            return {};
          }};
}

}  // namespace

Made<Rooms> open_rooms(const ServerSettings& settings, const std::filesystem::path& rules,
                       const server::Log& log) {
  Rooms rooms;
  if (!settings.site.empty()) {
    auto site = server::Site::read(settings.site);
    if (!site) return tl::unexpected(site.error());
    rooms.site.emplace(std::move(*site));
  }
  if (settings.places.database.empty()) return rooms;
  if (const auto opened = open_kept(rooms, settings, rules, log); !opened) {
    return tl::unexpected(opened.error());
  }
  return rooms;
}

void connect(Rooms& rooms, const ServerSettings& settings, server::Resources& resources,
             workers::WorkerPool& pool) {
  resources.site = rooms.site ? &*rooms.site : nullptr;
  if (!rooms.installation) return;
  rooms.scans = house_of(rooms, resources, pool);
  rooms.scans->refund_email = settings.refund_email;
  rooms.staff = std::make_shared<StaffRooms>(rooms, resources, settings.samples_per_thousand,
                                             rooms.accounts->keys.samples());
  resources.installation = rooms.installation.get();
  resources.webhooks = rooms.webhooks ? &*rooms.webhooks : nullptr;
  resources.scans = rooms.scans.get();
  resources.accounts = rooms.accounts.get();
  resources.clerk = rooms.clerk.get();
  resources.office = &rooms.staff->office();
  resources.who = accounts::who_by(*rooms.accounts);
}

void start_work(Rooms& rooms, const ServerSettings& settings) {
  if (!rooms.installation) return;
  serve_accounts(rooms);
  auto rounds = running::usual_rounds(*rooms.installation, settings.bill_hour);
  rounds.push_back(accounts_round(*rooms.accounts));
  rounds.push_back(answers_round(*rooms.installation));
  for (running::Round& round : rooms.staff->rounds()) rounds.push_back(std::move(round));
  if (rooms.webhooks) rounds.push_back(webhooks_round(*rooms.webhooks));
  rooms.installation->start(who_does_what(rooms), std::move(rounds));
}

}  // namespace vermilion::service::commands
