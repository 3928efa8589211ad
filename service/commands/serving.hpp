#pragma once

#include "service/accounts/accounts.hpp"
#include "service/commands/serving_office.hpp"
#include "service/orders/clerk.hpp"
#include "service/projects/kept.hpp"
#include "service/running/installation.hpp"
#include "service/running/kept.hpp"
#include "service/scans/house.hpp"
#include "service/server/resources.hpp"
#include "service/server/server_settings.hpp"
#include "service/server/site.hpp"
#include "service/webhooks/webhooks.hpp"
#include "service/workers/worker_pool.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace vermilion::service::commands {

// The rooms behind the routes, in the order in which they are built on each other. Empty where no
// database was named: then the server keeps nothing.
struct Rooms {
  std::unique_ptr<running::Kept> kept;
  std::unique_ptr<projects::Kept> rules;
  std::unique_ptr<running::Installation> installation;
  std::unique_ptr<accounts::Accounts> accounts;
  std::unique_ptr<orders::Clerk> clerk;
  std::unique_ptr<scans::House> scans;  // once connected
  std::unique_ptr<OfficeRooms> office;  // once connected
  std::optional<webhooks::Webhooks> webhooks;
  std::optional<server::Site> site;
};

// Opened, not yet at work. The rules of the folder are published where nothing was before.
[[nodiscard]] tl::expected<Rooms, std::string> open_rooms(const server::ServerSettings& settings,
                                                          const std::filesystem::path& rules,
                                                          const server::Log& log);

// What routes find their rooms by, and whom scans are given to. All must outlive the rooms.
void connect(Rooms& rooms, server::Resources& resources, workers::WorkerPool& pool);

// From now on jobs are carried and rounds are walked.
void start_work(Rooms& rooms, const server::ServerSettings& settings);

}  // namespace vermilion::service::commands
