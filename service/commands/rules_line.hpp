#pragma once

#include "rules/language.hpp"
#include "service/cli/console.hpp"
#include "service/cli/exit_code.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace vermilion::service::commands {

// What the subcommands of `vermilion rules` read alike, and the one that was typed. Outlives them.
struct RulesLine {
  std::string folder;           // --rules
  std::string language = "zh";  // whatever LANG says, as inspect has it
  std::function<cli::ExitCode()> chosen;

  [[nodiscard]] std::filesystem::path rules() const;
  [[nodiscard]] vermilion::rules::Language spoken() const;
};

void add_rules(CLI::App& app, RulesLine& line);
void add_language(CLI::App& app, RulesLine& line);
void add_format(CLI::App& app, std::string& format);  // pretty or json

}  // namespace vermilion::service::commands
