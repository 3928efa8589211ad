#include "service/commands/rules_line.hpp"

#include "service/cli/choice.hpp"
#include "service/commands/rules_folder.hpp"

#include <CLI/App.hpp>

namespace vermilion::service::commands {

using vermilion::rules::Language;

std::filesystem::path RulesLine::rules() const {
  return folder.empty() ? rules_folder() : std::filesystem::path(folder);
}

Language RulesLine::spoken() const {
  return language == "en" ? Language::English : Language::Chinese;
}

void add_rules(CLI::App& app, RulesLine& line) {
  app.add_option("--rules", line.folder, "Folder of the rules the files refer to")
      ->envname("VERMILION_RULES")
      ->type_name("DIR");
}

void add_language(CLI::App& app, RulesLine& line) {
  app.add_option("--lang", line.language, "Language: zh (unless said) or en")
      ->check(cli::one_of({"zh", "en"}))
      ->type_name("L");
}

void add_format(CLI::App& app, std::string& format) {
  app.add_option("--format", format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
}

}  // namespace vermilion::service::commands
