#pragma once

#include "pipeline/error.hpp"
#include "pipeline/plan.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/pipeline.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <mutex>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace vermilion::service::commands {

// `vermilion inspect` at work on scans in a folder of its own. A scan says what comes of it:
// "accept", "refer", "reject", "unreadable", "throw", "interrupt"; after a while that differs from
// run to run.
struct InspectShell {
  tests::TemporaryFolder folder;
  std::ostringstream out;
  std::ostringstream err;
  std::string typed;  // on standard input
  pipeline::Plan plan;
  std::mutex mutex;
  std::filesystem::path models;
  std::optional<pipeline::Error> broken_models;

  cli::ExitCode type(std::vector<std::string> arguments);
  std::string scan(const std::string& told) { return folder.write(told + ".jpg", told); }

 private:
  Pipeline fake_pipeline();
};

}  // namespace vermilion::service::commands
