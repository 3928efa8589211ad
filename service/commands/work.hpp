#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion work`: the process the workers of a server are forked from; see service/workers.
cli::Action work(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
