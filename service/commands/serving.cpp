#include "service/commands/serving.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/crypto/secret_file.hpp"
#include "service/projects/folder.hpp"
#include "service/projects/rule_set.hpp"
#include "service/running/chores.hpp"
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

Made<void> open_kept(Rooms& rooms, const ServerSettings& settings,
                     const std::filesystem::path& rules, const server::Log& log) {
  auto kept = running::Kept::open(settings.places);
  if (!kept) return tl::unexpected(kept.error());
  rooms.kept = std::move(*kept);
  auto terms = open_rules(*rooms.kept, rules);
  if (!terms) return tl::unexpected(terms.error());
  rooms.rules = std::move(*terms);
  auto installation =
      running::Installation::open(*rooms.kept, *rooms.rules, settings.places, report_to(log));
  if (!installation) return tl::unexpected(installation.error());
  rooms.installation = std::move(*installation);
  auto hooks = open_webhooks(settings, rooms.kept->database());
  if (!hooks) return tl::unexpected(hooks.error());
  if (*hooks) rooms.webhooks.emplace(std::move(**hooks));
  return {};
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

void connect(Rooms& rooms, server::Resources& resources) {
  resources.site = rooms.site ? &*rooms.site : nullptr;
  resources.installation = rooms.installation.get();
  resources.webhooks = rooms.webhooks ? &*rooms.webhooks : nullptr;
}

void start_work(Rooms& rooms, const ServerSettings& settings) {
  if (!rooms.installation) return;
  auto rounds = running::usual_rounds(*rooms.installation, {.bill_hour = settings.bill_hour});
  if (rooms.webhooks) rounds.push_back(webhooks_round(*rooms.webhooks));
  rooms.installation->start({}, settings.runners, std::move(rounds));
}

}  // namespace vermilion::service::commands
