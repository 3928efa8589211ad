#pragma once

#include "service/cli/program.hpp"
#include "service/commands/pipeline.hpp"

namespace vermilion::service::commands {

// `vermilion inspect`: looks at scans and says what is wrong with them.
[[nodiscard]] cli::Action inspect(CLI::App& app, cli::Console& console, const Pipeline& pipeline);

}  // namespace vermilion::service::commands
