#pragma once

#include <string_view>

namespace CLI {
class App;
}

namespace vermilion::service::commands {

// As many as there are cores.
[[nodiscard]] int jobs_unless_said();

// Makes `app` read `--jobs`, how many of these ("Scans") are worked on at a time; `jobs` must
// outlive it.
void add_jobs(CLI::App& app, int& jobs, std::string_view of_what);

}  // namespace vermilion::service::commands
