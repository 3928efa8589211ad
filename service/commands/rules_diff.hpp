#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/rules_line.hpp"

#include <filesystem>
#include <string>

namespace vermilion::service::commands {

struct RulesDiffOptions {
  std::string before;  // a folder of rules, or one project's file
  std::string after;
  std::filesystem::path rules;  // whose document types a single file may refer to
  std::string format = "pretty";
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;
};

// Accepted when both mean the same, Defects when not, WrongUse for bad rules.
[[nodiscard]] cli::ExitCode rules_diff(const RulesDiffOptions& options, cli::Console& console);

void declare_rules_diff(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
