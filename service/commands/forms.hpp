#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion forms make`: prints a form of an order, filled in and with its code.
[[nodiscard]] cli::Action forms(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
