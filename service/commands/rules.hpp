#pragma once

#include "service/cli/program.hpp"

namespace vermilion::service::commands {

// `vermilion rules check|test|explain|docs|list|schema|reference`: for those who write rules.
[[nodiscard]] cli::Action rules(CLI::App& app, cli::Console& console);

}  // namespace vermilion::service::commands
