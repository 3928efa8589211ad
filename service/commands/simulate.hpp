#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion simulate`: everybody outside on loopback, with a page where a person presses "pay",
// until it is interrupted.
[[nodiscard]] cli::Action simulate(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
