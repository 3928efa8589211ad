#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"
#include "service/commands/rules_line.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::service::commands {

struct RulesReplayOptions {
  std::string before;                // --old: a folder of rules, or one project's file
  std::string after;                 // --new
  std::vector<std::string> reports;  // files of `vermilion inspect --format json|jsonl`, or -
  std::string project;               // for reports of inspections without one
  std::string document;
  std::filesystem::path rules;  // whose document types a single file may refer to
  std::string format = "pretty";
  vermilion::rules::Language language = vermilion::rules::Language::Chinese;
};

// Accepted when both sets say the same of every scan, Defects when not or when a scan would have to
// be looked at anew, Unreadable when a report cannot be read, WrongUse for bad rules.
[[nodiscard]] cli::ExitCode rules_replay(const RulesReplayOptions& options, cli::Console& console);

void declare_rules_replay(CLI::App& app, RulesLine& line, cli::Console& console);

}  // namespace vermilion::service::commands
