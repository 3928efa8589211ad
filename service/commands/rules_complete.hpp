#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/rules_line.hpp"

#include <cstddef>
#include <filesystem>
#include <string>

namespace vermilion::service::commands {

struct RulesCompleteOptions {
  std::string file;
  std::size_t line = 1;
  std::size_t column = 1;  // in characters; the cursor stands before this one
  std::filesystem::path rules;
  std::string format = "pretty";
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;
};

// WrongUse when there is no such file or no such line in it.
[[nodiscard]] cli::ExitCode rules_complete(const RulesCompleteOptions& options,
                                           cli::Console& console);

void declare_rules_complete(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
