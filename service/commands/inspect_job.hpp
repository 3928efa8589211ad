#pragma once

#include "rules/language.hpp"
#include "service/batch/review.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/inspect_options.hpp"
#include "service/commands/pipeline.hpp"

#include <tl/expected.hpp>

#include <memory>
#include <string>
#include <vector>

namespace vermilion::service::commands {

// Everything an inspection needs, checked: from here on only the scans themselves can fail.
struct InspectJob {
  std::vector<batch::Input> inputs;
  batch::Terms terms;
  std::unique_ptr<batch::Inspectors> inspectors;  // one is ready
  rules::Language language;
};

// Why nothing was inspected.
struct Refusal {
  cli::ExitCode code;
  std::string complaint;  // one sentence for a person: what, where, what to do
};

[[nodiscard]] tl::expected<InspectJob, Refusal> prepare(const InspectOptions& options,
                                                        const Pipeline& pipeline,
                                                        const cli::Console& console);

}  // namespace vermilion::service::commands
