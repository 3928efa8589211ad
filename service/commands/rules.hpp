#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion rules …`: for those who write rules. A subcommand is a file of its own.
[[nodiscard]] cli::Action rules(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
