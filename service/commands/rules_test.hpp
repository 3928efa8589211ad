#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/jobs.hpp"
#include "service/commands/pipeline.hpp"
#include "service/commands/rules_line.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::service::commands {

struct RulesTestOptions {
  std::vector<std::string> paths;  // projects, their cases, folders of them; none: all of `rules`
  std::filesystem::path rules;     // the folder whose document types are referred to
  std::filesystem::path models;
  std::string format = "pretty";
  std::filesystem::path pictures;  // where those of failed cases are written; empty: nowhere
  int jobs = jobs_unless_said();
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;
};

// Accepted when every case holds, Defects when one fails, OurFault when one could not be tried;
// WrongUse, with nothing tried, for rules with mistakes and a published project without cases.
[[nodiscard]] cli::ExitCode rules_test(const RulesTestOptions& options, const Pipeline& pipeline,
                                       cli::Console& console);

void declare_rules_test(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
