#include "service/commands/simulate.hpp"

#include "service/batch/interrupt.hpp"
#include "service/cli/choice.hpp"
#include "service/simulator/key_service.hpp"
#include "service/simulator/server.hpp"
#include "service/transport/endpoint.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <thread>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;

constexpr const char* kExamples = R"(Examples:
  vermilion simulate --folder partners
  vermilion simulate --folder partners --keys-port 18210
  vermilion simulate --folder partners --callbacks http://127.0.0.1:8080/callbacks --drop 10 --forge 5
)";

struct Options {
  std::string folder;
  std::uint16_t port = 8077;
  std::uint16_t keys_port = 0;
  std::string callbacks = "http://127.0.0.1:8080/callbacks";
  std::uint64_t seed = 1;
  unsigned delay_ms = 0;
  simulator::Mischief mischief;
};

void declare_mischief(CLI::App& app, const char* name, unsigned& of_a_hundred,
                      const std::string& what) {
  app.add_option(name, of_a_hundred, fmt::format("Of a hundred callbacks, how many {}", what))
      ->check(cli::between(0, 100))
      ->type_name("N");
}

void declare(CLI::App& app, Options& options) {
  app.add_option("--folder", options.folder, "Folder for partners.json, the keys and the invoices")
      ->required()
      ->type_name("DIR");
  app.add_option("--port", options.port, "Port on 127.0.0.1 (8077 unless said)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
  app.add_option("--keys-port", options.keys_port,
                 "Play the program for keys on an applicant's computer, too (pages look for it on "
                 "18210; unless said, it is not played)")
      ->check(cli::between(1, 65535))
      ->type_name("N");
  app.add_option("--callbacks", options.callbacks,
                 "Where callbacks go; /wechat, /alipay, /verification and /courier are added")
      ->type_name("URL");
  app.add_option("--seed", options.seed, "The same seed is the same mischief (1 unless said)")
      ->type_name("S");
  app.add_option("--delay", options.delay_ms, "Milliseconds before each callback")
      ->check(cli::between(0, 600'000))
      ->type_name("MS");
  declare_mischief(app, "--drop", options.mischief.drop, "are lost");
  declare_mischief(app, "--twice", options.mischief.twice, "come twice");
  declare_mischief(app, "--late", options.mischief.late, "come behind later ones");
  declare_mischief(app, "--forge", options.mischief.forge, "have a forgery beside them");
  app.footer(kExamples);
}

ExitCode complain(Console& console, std::string_view complaint, ExitCode code) {
  console.err << fmt::format("vermilion simulate: {}\n", complaint);
  return code;
}

void wait_for_interrupt() {
  const batch::Interrupt interrupt;
  while (!interrupt.asked()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

ExitCode run(const Options& options, Console& console) {
  if (const auto where = transport::endpoint_of(options.callbacks); !where) {
    return complain(console, where.error(), ExitCode::WrongUse);
  }
  const simulator::Addresses addresses{fmt::format("http://127.0.0.1:{}", options.port),
                                       options.callbacks};
  const auto sides = simulator::make_sides(addresses);
  if (const auto written = simulator::write_sides(sides, addresses, options.folder); !written) {
    return complain(console, fmt::format("cannot write {}", written.error()), ExitCode::WrongUse);
  }
  simulator::Mischief mischief = options.mischief;
  mischief.delay = std::chrono::milliseconds(options.delay_ms);
  simulator::Partners partners(sides, mischief, options.seed, effects::real_stamps());
  simulator::KeyService keys;
  try {
    const simulator::Server server(partners, {options.port, options.folder});
    std::optional<simulator::Loopback> computer;
    if (options.keys_port != 0) {
      computer.emplace(options.keys_port,
                       [&keys](const http::Request& request) { return keys.answer(request); });
    }
    console.err << fmt::format("{}/  (keys and settings in {}; Ctrl-C ends it)\n",
                               addresses.partners, options.folder);
    wait_for_interrupt();
  } catch (const std::runtime_error& error) {
    return complain(console, error.what(), ExitCode::WrongUse);
  }
  return ExitCode::Accepted;
}

}  // namespace

cli::Action simulate(CLI::App& app, Console& console) {
  const auto options = std::make_shared<Options>();
  declare(app, *options);
  return [options, &console] { return run(*options, console); };
}

}  // namespace vermilion::service::commands
