#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/rules_line.hpp"

#include <filesystem>
#include <string>

namespace vermilion::service::commands {

struct RulesExplainOptions {
  std::string name;  // of a finding or a rule
  std::filesystem::path rules;
  std::filesystem::path out;  // where an accepted and a refused picture are drawn; empty: nowhere
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;
};

// Says what it means, where it is asked for and how it is mended; WrongUse, with the nearest name,
// where there is no such finding or rule.
[[nodiscard]] cli::ExitCode rules_explain(const RulesExplainOptions& options,
                                          cli::Console& console);

void declare_rules_explain(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
