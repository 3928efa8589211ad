#include "service/commands/rules_check.hpp"

#include "rules/excerpt.hpp"
#include "service/authoring/checking.hpp"
#include "service/commands/rule_files.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>
#include <utility>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using vermilion::rules::Mistake;

using MistakesByFile = std::vector<std::vector<Mistake>>;

void write_pretty(const authoring::Checked& checked, vermilion::rules::Language language,
                  std::ostream& out) {
  for (std::size_t i = 0; i < checked.files.size(); ++i) {
    for (const Mistake& mistake : checked.mistakes[i]) {
      out << vermilion::rules::render(mistake, checked.files[i], language) << "\n\n";
    }
  }
}

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules check: {}\n", complaint);
  return ExitCode::WrongUse;
}

struct Count {
  std::size_t mistakes = 0;
  std::size_t warnings = 0;
};

Count count_of(const MistakesByFile& by_file) {
  Count count;
  for (const auto& of_file : by_file) {
    for (const Mistake& mistake : of_file) {
      ++(is_warning(mistake.code) ? count.warnings : count.mistakes);
    }
  }
  return count;
}

std::string summary(std::size_t files, const Count& count, vermilion::rules::Language language) {
  const auto text = language == vermilion::rules::Language::Chinese
                        ? "检查了 {} 个文件，{} 处错误，{} 处警告"
                        : "{} files checked, {} mistakes, {} warnings";
  return fmt::format(fmt::runtime(text), files, count.mistakes, count.warnings);
}

}  // namespace

ExitCode rules_check(const RulesCheckOptions& options, Console& console) {
  const std::vector<std::string> whole{options.rules.string()};
  const auto paths = rule_files_named(options.paths.empty() ? whole : options.paths);
  if (!paths) return refuse(console, paths.error());
  auto files = read_rule_files(*paths);
  if (!files) return refuse(console, files.error());
  const auto beside = read_rule_files(rule_files_in(options.rules));
  if (!beside) return refuse(console, beside.error());

  const authoring::Checked checked = authoring::check(std::move(*files), *beside);
  if (options.format == "json") {
    console.out << authoring::text_of(authoring::to_json(checked));
  } else {
    write_pretty(checked, options.language, console.out);
  }
  const Count count = count_of(checked.mistakes);
  console.err << summary(checked.files.size(), count, options.language) << '\n';
  if (count.mistakes > 0) return ExitCode::WrongUse;
  return options.strict && count.warnings > 0 ? ExitCode::Defects : ExitCode::Accepted;
}

void declare_rules_check(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesCheckOptions>();
  CLI::App* const check = app.add_subcommand("check", "Say what is wrong with rule files");
  check
      ->add_option("PATH", options->paths, "Files and folders; the program's own rules unless said")
      ->type_name("");
  add_rules(*check, line);
  add_format(*check, options->format);
  check->add_flag("--strict", options->strict, "Exit with 1 where there are only warnings");
  add_language(*check, line);
  check->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      options->language = line.spoken();
      return rules_check(*options, console);
    };
  });
}

}  // namespace vermilion::service::commands
