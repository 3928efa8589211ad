#include "service/commands/demo.hpp"

#include "service/accounts/staff.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/serve.hpp"
#include "service/commands/serving.hpp"
#include "service/commands/stop_signals.hpp"
#include "service/demo/folder.hpp"
#include "service/demo/player.hpp"
#include "service/demo/staff.hpp"
#include "service/simulator/server.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <array>
#include <exception>
#include <memory>
#include <ostream>
#include <span>
#include <string>

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
  demo::Ports ports;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("--folder", options.folder, "Where it lives; made where it is not there")
      ->required()
      ->type_name("DIR");
  app.add_option("--site", options.site, "Folder of the pages")->type_name("DIR");
  app.add_option("--port", options.ports.site, "Of the server, on 127.0.0.1 (8080 unless said)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
  app.add_option("--partners-port", options.ports.partners,
                 "Of everybody outside, on 127.0.0.1 (8077 unless said)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
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
                             Member{"robot.second", "演示制证员乙", Role::Operator}};

void hire(accounts::Accounts& all, std::span<const Member> members) {
  for (const Member& member : members) {
    const auto made = accounts::make_staff(
        all, {member.login, member.name, member.role, demo::kPassword}, "console");
    if (!made) throw demo::OffTheScript(fmt::format("no account for {}", member.login));
  }
}

void tell_who_is_there(const Options& options, Console& console) {
  console.err << fmt::format(
      "\n{0}http://127.0.0.1:{1}/\n{2}http://127.0.0.1:{1}/desk\n"
      "{3}http://127.0.0.1:{4}/\n{5}{6}\n",
      "办理网站  ", options.ports.site, "工作台    ", "外部模拟  ", options.ports.partners,
      "密码均为  ", demo::kPassword);
  for (const Member& member : kStaff) {
    console.err << fmt::format("  {}  {}\n", member.login, member.name);
  }
  for (std::size_t i = 0; i < demo::kApplicants; ++i) {
    const auto who = demo::invented(demo::kFirstSeed + i);
    console.err << fmt::format("  {}  {}  {}\n", who.credit_code, who.mobile, who.name);
  }
  console.err << "工作台首次登录时设置动态口令 (the desk asks for a second factor the first time)\n"
                 "Ctrl-C ends it.\n"
              << std::flush;
}

void tell_stories(demo::Player& player, Console& console, const std::stop_token& stop) {
  for (const demo::Story& story : demo::stories()) {
    if (stop.stop_requested()) return;
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
  demo::Player player(
      port,
      {demo::staff_signed_in(port, kRobots[0].login), demo::staff_signed_in(port, kRobots[1].login),
       demo::staff_signed_in(port, kRobots[2].login)},
      partners, *rooms.scans, stop);
  tell_who_is_there(options, console);
  tell_stories(player, console, stop);
} catch (const std::exception& error) {
  console.err << fmt::format("vermilion demo: {}\n", error.what());
}

tl::expected<ExitCode, std::string> run(const Options& options, Console& console) {
  auto folder = demo::open_folder(options.folder, options.ports);
  if (!folder) return tl::make_unexpected(folder.error());
  if (!options.site.empty()) folder->said["site"] = options.site;
  const StopSignals signals;  // before the first thread of everybody outside
  const auto unsaid = [](const std::string&) { return std::nullopt; };
  auto settings = settings::resolve(server::server_settings(), std::nullopt, unsaid, folder->said)
                      .and_then(server::server_settings_of);
  if (!settings) return tl::make_unexpected(settings.error());
  simulator::Partners partners(folder->sides, {}, 1, effects::real_stamps());
  const auto outside = std::make_unique<simulator::Server>(
      partners, simulator::ServerOptions{options.ports.partners,
                                         std::filesystem::path(options.folder) / "partners"});
  return serve_until_stopped(std::move(*settings), [&](Rooms& rooms, const std::stop_token& stop) {
    if (!folder->is_new) return tell_who_is_there(options, console);
    fill(options, partners, rooms, stop, console);
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
