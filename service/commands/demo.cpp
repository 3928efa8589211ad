#include "service/commands/demo.hpp"

#include "service/accounts/staff.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/rules_folder.hpp"
#include "service/commands/serve.hpp"
#include "service/commands/serving.hpp"
#include "service/commands/stop_signals.hpp"
#include "service/demo/folder.hpp"
#include "service/demo/former.hpp"
#include "service/demo/office.hpp"
#include "service/demo/player.hpp"
#include "service/demo/rules.hpp"
#include "service/demo/staff.hpp"
#include "service/simulator/key_service.hpp"
#include "service/simulator/loopback.hpp"
#include "service/simulator/server.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <stdexcept>
#include <string>
#include <thread>

namespace vermilion::service::commands {
namespace {

using accounts::Role;
using cli::Console;
using cli::ExitCode;

constexpr const char* kExamples = R"(Examples:
  vermilion demo --folder demo --site build/site
)";

struct Options {
  std::string folder;
  std::string site;
  std::optional<std::string> sandbox;
  demo::Ports ports;
  bool empty = false;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("--folder", options.folder, "Where it lives; made where it is not there")
      ->required()
      ->type_name("DIR");
  app.add_option("--site", options.site, "Folder of the pages")->type_name("DIR");
  app.add_option("--sandbox", options.sandbox,
                 "Layers without which nothing starts, as the setting of the server; \"\" for none")
      ->type_name("LAYERS");
  app.add_option("--port", options.ports.site, "Of the server, on 127.0.0.1 (8080 unless said)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
  app.add_option("--partners-port", options.ports.partners,
                 "Of everybody outside, on 127.0.0.1 (8077 unless said)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
  app.add_option("--keys-port", options.ports.keys,
                 "Of the program for keys on an applicant's computer, on 127.0.0.1 (18210 unless "
                 "said, where pages look for it)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
  app.add_flag("--empty", options.empty, "Without the orders in every stage");
  app.footer(kExamples);
}

// One for each role, and whoever may not be both is not.
struct Member {
  const char* login;
  const char* name;
  Role role;
};
constexpr std::array kStaff{
    Member{"reviewer", "审核员甲", Role::Reviewer}, Member{"reviewer2", "审核员乙", Role::Reviewer},
    Member{"maker", "制证员甲", Role::Operator},    Member{"maker2", "制证员乙", Role::Operator},
    Member{"finance", "财务员", Role::Finance},     Member{"author", "规则员", Role::RuleAuthor},
    Member{"auditor", "审计员", Role::Auditor},     Member{"admin", "管理员", Role::Admin}};

// Who has told the stories: with a second factor nobody else has.
constexpr std::array kRobots{Member{"robot.reviewer", "演示审核员", Role::Reviewer},
                             Member{"robot.maker", "演示制证员甲", Role::Operator},
                             Member{"robot.second", "演示制证员乙", Role::Operator},
                             Member{"robot.finance", "演示财务员", Role::Finance}};

void hire(accounts::Accounts& all, std::span<const Member> members) {
  for (const Member& member : members) {
    const auto made = accounts::make_staff(
        all, {member.login, member.name, member.role, demo::kPassword}, "console");
    if (!made) throw demo::OffTheScript(fmt::format("no account for {}", member.login));
  }
}

void tell_who_is_there(const Options& options, Console& console) {
  console.err << fmt::format(
      "\n办理网站  http://127.0.0.1:{0}/\n工作台    http://127.0.0.1:{0}/desk\n"
      "外部模拟  http://127.0.0.1:{1}/\n盖章材料  http://127.0.0.1:{1}/office\n"
      "证书KEY   http://127.0.0.1:{2}/\n密码均为  {3}\n",
      options.ports.site, options.ports.partners, options.ports.keys, demo::kPassword);
  for (const Member& member : kStaff) {
    console.err << fmt::format("  {}  {}\n", member.login, member.name);
  }
  for (std::size_t i = 0; i < demo::kApplicants; ++i) {
    const auto who = demo::invented(demo::kFirstSeed + i);
    console.err << fmt::format("  {}  {}  {}\n", who.credit_code, who.mobile, who.name);
  }
  console.err << fmt::format("接口密钥  {0}/api.key\n运行日志  {0}/vermilion.log\n", options.folder)
              << "工作台首次登录时设置动态口令 (the desk asks for a second factor the first time)\n"
                 "Ctrl-C ends it.\n"
              << std::flush;
}

void tell_stories(demo::Player& player, running::Installation& installation, Console& console,
                  const std::stop_token& stop) {
  for (const demo::Story& story : demo::stories()) {
    if (stop.stop_requested()) return;
    if (story.operation == "reissue") {
      player.applicant(story.applicant);
      demo::give_certificate(installation, player.particulars(story.applicant),
                             std::string(story.project), /*main_key=*/true);
    }
    const std::string id = player.tell(story);
    console.err << fmt::format("demo: {} {} {}\n", id, story.project, story.stage) << std::flush;
  }
}

// What goes wrong here is told; the server runs on.
void fill(const Options& options, simulator::Partners& partners, Rooms& rooms,
          const std::stop_token& stop, Console& console) try {
  hire(*rooms.accounts, kStaff);
  hire(*rooms.accounts, kRobots);
  const auto port = options.ports.site;
  if (options.empty) return tell_who_is_there(options, console);
  demo::Player player(
      port,
      {demo::staff_signed_in(port, kRobots[0].login), demo::staff_signed_in(port, kRobots[1].login),
       demo::staff_signed_in(port, kRobots[2].login),
       demo::staff_signed_in(port, kRobots[3].login)},
      partners, *rooms.scans, stop);
  tell_who_is_there(options, console);
  tell_stories(player, *rooms.installation, console, stop);
} catch (const std::exception& error) {
  console.err << fmt::format("vermilion demo: {}\n", error.what());
}

// Nobody's key can be renewed here while another program has its port; all else goes on.
std::unique_ptr<simulator::Loopback> keys_on(std::uint16_t port, simulator::KeyService& keys,
                                             Console& console) try {
  return std::make_unique<simulator::Loopback>(
      port, [&keys](const http::Request& request) { return keys.answer(request); });
} catch (const std::runtime_error& error) {
  console.err << fmt::format("vermilion demo: no keys: {}\n", error.what());
  return nullptr;
}

// Until it is asked to stop: the office is there as long as its house.
void keep_office(demo::Office& office, scans::House& house, const std::stop_token& stop,
                 const std::function<void()>& meanwhile) {
  office.open(house);
  meanwhile();
  while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  office.close();
}

tl::expected<ExitCode, std::string> run(const Options& options, Console& console) {
  auto folder = demo::open_folder(options.folder, options.ports);
  if (!folder) return tl::make_unexpected(folder.error());
  const auto rules = std::filesystem::path(options.folder) / "rules";
  if (const auto copied = demo::copy_rules(rules_folder(), rules); !copied) {
    return tl::make_unexpected(copied.error());
  }
  folder->said["rules"] = rules;
  if (!options.site.empty()) folder->said["site"] = options.site;
  if (options.sandbox) folder->said["sandbox"] = *options.sandbox;
  const StopSignals signals;  // before the first thread of everybody outside
  const auto unsaid = [](const std::string&) { return std::nullopt; };
  auto settings = settings::resolve(server::server_settings(), std::nullopt, unsaid, folder->said)
                      .and_then(server::server_settings_of);
  if (!settings) return tl::make_unexpected(settings.error());
  simulator::Partners partners(folder->sides, {}, 1, effects::real_stamps());
  demo::Office office;
  const simulator::Server outside(
      partners, {options.ports.partners, std::filesystem::path(options.folder) / "partners",
                 [&office](const http::Request& request) { return office.answer(request); }});
  simulator::KeyService keys([&office] { return office.issued(); });
  const auto computer = keys_on(options.ports.keys, keys, console);
  const auto log = server::log_to_file(std::filesystem::path(options.folder) / "vermilion.log");
  if (!log) return tl::make_unexpected(log.error());
  return serve_until_stopped(std::move(*settings), *log,
                             [&](Rooms& rooms, const std::stop_token& stop) {
                               keep_office(office, *rooms.scans, stop, [&] {
                                 if (!folder->is_new) return tell_who_is_there(options, console);
                                 fill(options, partners, rooms, stop, console);
                               });
                             });
}

}  // namespace

cli::Action demo(CLI::App& app, Console& console) {
  const auto options = std::make_shared<Options>();
  declare(app, *options);
  return [options, &console] {
    tl::expected<ExitCode, std::string> code;
    try {
      code = run(*options, console);
    } catch (const std::runtime_error& error) {  // the partners' port is taken
      code = tl::make_unexpected(std::string(error.what()));
    }
    if (code) return *code;
    console.err << fmt::format("vermilion demo: {}\n", code.error());
    return ExitCode::WrongUse;
  };
}

}  // namespace vermilion::service::commands
