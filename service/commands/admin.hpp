#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion admin`: what whoever runs the installation does to it.
cli::Action admin(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
