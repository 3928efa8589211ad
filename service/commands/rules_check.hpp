#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/rules_line.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::service::commands {

struct RulesCheckOptions {
  std::vector<std::string> paths;  // files and folders; none: the whole of `rules`
  std::filesystem::path rules;     // the folder whose files may be referred to
  std::string format = "pretty";
  bool strict = false;  // warnings count
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;
};

// WrongUse when a file has a mistake, Defects when one has a warning and that counts, else
// Accepted.
[[nodiscard]] cli::ExitCode rules_check(const RulesCheckOptions& options, cli::Console& console);

void declare_rules_check(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
