#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion serve` and `vermilion config`: the server, and what it would go by.
cli::Action serve(CLI::App& app, cli::Console& console);
cli::Action config(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
