#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion samples make`: draws documents nobody has to own, for tests, demos and training.
[[nodiscard]] cli::Action samples(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
