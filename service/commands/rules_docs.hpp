#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/rules_line.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::service::commands {

struct RulesDocsOptions {
  std::vector<std::string> projects;  // ids; none: all
  std::filesystem::path rules;
  std::filesystem::path out;                                                  // made if need be
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;  // of complaints
};

// Writes <project>.requirements.{md,html} and <project>.checklist.{md,html}; says which.
[[nodiscard]] cli::ExitCode rules_docs(const RulesDocsOptions& options, cli::Console& console);

void declare_rules_docs(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
