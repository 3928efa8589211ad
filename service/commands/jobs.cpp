#include "service/commands/jobs.hpp"

#include "service/cli/choice.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace vermilion::service::commands {
namespace {

// More cores than any machine we know has; a slip of the finger shall not start a thousand readers
// of 60 MB each.
constexpr int kJobsMax = 256;

}  // namespace

int jobs_unless_said() {
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kJobsMax);
}

void add_jobs(CLI::App& app, int& jobs, std::string_view of_what) {
  app.add_option("--jobs", jobs,
                 fmt::format("{} at a time, 1 to {} (as many as there are cores unless said)",
                             of_what, kJobsMax))
      ->check(cli::between(1, kJobsMax))
      ->type_name("N");
}

}  // namespace vermilion::service::commands
