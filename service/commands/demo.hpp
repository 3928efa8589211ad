#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion demo`: the server with everybody outside beside it, and orders in every stage.
cli::Action demo(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
