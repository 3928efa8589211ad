#pragma once

#include "service/commands/serving.hpp"
#include "service/demo/folder.hpp"
#include "service/demo/player.hpp"
#include "service/server/server.hpp"
#include "service/simulator/server.hpp"
#include "tests/support/temporary_folder.hpp"

#include <memory>
#include <string>

namespace vermilion::tests {

// A server as `vermilion demo` runs it, on loopback with free ports: real workers, real HTTP both
// ways, everybody outside played. Renewing costs something in its rules, and may be done at once.
class AServing {
 public:
  // As the setting says it; empty: SQLite in a folder of its own.
  explicit AServing(const std::string& database = {});
  ~AServing();

  // Who tells stories, with staff that has signed in.
  service::demo::Player& player() { return *player_; }
  service::running::Installation& installation() { return *rooms_->installation; }

  std::size_t dead_jobs();

 private:
  void hire();
  std::filesystem::path make_rules() const;

  TemporaryFolder folder_;
  service::demo::Ports ports_;
  service::demo::Folder demo_;
  service::server::ServerSettings settings_;
  std::unique_ptr<service::simulator::Partners> partners_;
  std::unique_ptr<service::simulator::Server> outside_;
  std::unique_ptr<service::commands::Rooms> rooms_;
  std::unique_ptr<service::workers::WorkerPool> pool_;
  std::unique_ptr<service::server::Resources> resources_;
  std::unique_ptr<service::server::Server> server_;
  std::unique_ptr<service::demo::Player> player_;
};

}  // namespace vermilion::tests
