#pragma once

#include "service/running/places.hpp"
#include "service/server/server.hpp"
#include "service/settings/settings.hpp"
#include "service/webhooks/webhooks.hpp"
#include "service/workers/worker_pool.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <span>
#include <string>

namespace vermilion::service::server {

// What can be set, with defaults and units.
std::span<const settings::Setting> server_settings();

struct ServerSettings {
  Listen listen;
  workers::PoolSettings pool;  // but for the program
  unsigned waiting_most = 16;  // scans of one client
  std::filesystem::path rules;
  std::filesystem::path api_keys;
  std::filesystem::path form_keys;

  running::Places places;  // no database: nothing is kept, scans are looked at only
  std::filesystem::path account_keys;
  unsigned runners = 4;
  unsigned bill_hour = 10;
  unsigned samples_per_thousand = 50;
  std::string refund_email;
  std::filesystem::path webhook_key;
  webhooks::Reach webhook_reach = webhooks::Reach::Public;
  std::filesystem::path site;
};

// The complaint names the setting, where it was said and what is expected. Folders and files that
// are not named stay empty.
[[nodiscard]] tl::expected<ServerSettings, std::string> server_settings_of(
    const settings::Values& values);

}  // namespace vermilion::service::server
