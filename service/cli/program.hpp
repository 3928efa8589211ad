#pragma once

#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace vermilion::service::cli {

// What a command does once its options are known.
using Action = std::function<ExitCode()>;

// One subcommand. `declare` adds its options to `app` and returns what to do with them; nothing is
// done before the whole line is understood.
struct Command {
  std::string_view name;
  std::string_view summary;  // one line for --help
  std::function<Action(CLI::App& app, Console& console)> declare;
};

// Parses `arguments` (without the program's name), runs the command they name and returns what the
// shell is told. Never throws: what a command throws is reported as our fault.
[[nodiscard]] ExitCode run(std::span<const Command> commands, std::vector<std::string> arguments,
                           Console& console);

}  // namespace vermilion::service::cli
