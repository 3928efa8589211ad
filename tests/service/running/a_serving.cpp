#include "tests/service/running/a_serving.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/accounts/staff.hpp"
#include "service/demo/staff.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace vermilion::tests {
namespace {

using namespace service;
namespace fs = std::filesystem;
using accounts::Role;

template <class T>
T sound(tl::expected<T, std::string> made) {
  if (!made) throw std::runtime_error(made.error());
  return *std::move(made);
}

// Nobody listens there; for a moment.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* plain = reinterpret_cast<sockaddr*>(&address);
  const bool bound = bind(socket, plain, size) == 0 && getsockname(socket, plain, &size) == 0;
  close(socket);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  if (at == std::string::npos) throw std::runtime_error("the rules no longer say " + what);
  return text.replace(at, what.size(), by);
}

void ignore(std::string_view, const nlohmann::ordered_json&) {}

}  // namespace

AServing::AServing(const std::string& database)
    : ports_{free_port(), free_port()},
      demo_(sound(demo::open_folder(folder_.path() / "demo", ports_))) {
  if (!database.empty()) demo_.said["database"] = database;
  settings_ = sound(settings::resolve(
                        server::server_settings(), std::nullopt,
                        [](const std::string&) { return std::nullopt; }, demo_.said)
                        .and_then(server::server_settings_of));
  partners_ = std::make_unique<simulator::Partners>(demo_.sides, simulator::Mischief{}, 1,
                                                    effects::real_stamps());
  outside_ = std::make_unique<simulator::Server>(
      *partners_, simulator::ServerOptions{ports_.partners, folder_.path() / "demo" / "partners"});
  rooms_ = std::make_unique<commands::Rooms>(
      sound(commands::open_rooms(settings_, make_rules(), ignore)));
  settings_.pool.zygote.program = VERMILION_PROGRAM;
  settings_.pool.zygote.models = VERMILION_SOURCE_DIR "/models";
  pool_ = sound(workers::WorkerPool::start(settings_.pool, pipeline::check_descriptions()));
  std::ifstream keys(settings_.form_keys);
  const std::string text(std::istreambuf_iterator<char>(keys), {});
  resources_ = std::unique_ptr<server::Resources>(new server::Resources{
      .checks = pipeline::check_descriptions(),
      .projects = {},
      .form_keys = rules::forms::parse_keys(text).value(),
      .api_keys = {},
      .who = {},
      .inspect = [this](auto bytes, auto file,
                        const auto& plan) { return pool_->inspect(bytes, file, plan); },
      .turns = server::FairTurns(settings_.pool.workers, settings_.waiting_most),
      .metrics = {},
      .log = ignore,
      .gauges = [] { return server::Metrics::Gauges{}; }});
  commands::connect(*rooms_, settings_, *resources_, *pool_);
  server_ =
      std::make_unique<server::Server>(sound(server::Server::start(settings_.listen, *resources_)));
  commands::start_work(*rooms_, settings_);
  hire();
  player_ =
      std::make_unique<demo::Player>(ports_.site,
                                     demo::Staff{demo::staff_signed_in(ports_.site, "reviewer"),
                                                 demo::staff_signed_in(ports_.site, "maker"),
                                                 demo::staff_signed_in(ports_.site, "maker2"),
                                                 demo::staff_signed_in(ports_.site, "finance")},
                                     *partners_, *rooms_->scans);
}

AServing::~AServing() {
  player_.reset();
  if (rooms_ && rooms_->installation) rooms_->installation->ask_to_stop();
  server_.reset();
  if (rooms_ && rooms_->installation) rooms_->installation->stop();
  outside_.reset();
}

void AServing::hire() {
  const std::pair<const char*, Role> staff[] = {{"reviewer", Role::Reviewer},
                                                {"maker", Role::Operator},
                                                {"maker2", Role::Operator},
                                                {"finance", Role::Finance}};
  for (const auto& [login, role] : staff) {
    const auto made =
        accounts::make_staff(*rooms_->accounts, {login, login, role, demo::kPassword}, "console");
    if (!made) throw std::runtime_error("no account for " + std::string(login));
  }
}

fs::path AServing::make_rules() const {
  const fs::path rules = folder_.path() / "rules";
  fs::create_directories(rules);
  fs::copy(VERMILION_SOURCE_DIR "/rules/projects", rules / "projects", fs::copy_options::recursive);
  fs::copy(VERMILION_SOURCE_DIR "/rules/documents", rules / "documents",
           fs::copy_options::recursive);
  const fs::path sunshine = rules / "projects" / "yingtan_sunshine.yaml";
  std::ostringstream text;
  text << std::ifstream(sunshine).rdbuf();
  std::string changed =
      replaced(text.str(), "fee: unset, fee_per: year", "fee: 10000, fee_per: year");
  changed = replaced(changed, "before_days: 90", "before_days: 400");
  std::ofstream(sunshine) << changed;
  return rules;
}

std::size_t AServing::dead_jobs() {
  const auto dead = installation().jobs().in_state("dead", 100);
  for (const auto& job : dead.value()) ADD_FAILURE() << job.key << ": " << job.reason;
  return dead->size();
}

}  // namespace vermilion::tests
