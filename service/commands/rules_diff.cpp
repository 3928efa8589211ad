#include "service/commands/rules_diff.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/authoring/checking.hpp"
#include "service/authoring/differing.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/rule_set.hpp"
#include "service/output/plain_text.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <vector>

namespace vermilion::service::commands {
namespace {

using authoring::ProjectPair;
using cli::Console;
using cli::ExitCode;
using vermilion::rules::Change;
using vermilion::rules::ChangeWords;
using vermilion::rules::Language;
using Kind = Change::Kind;

char mark(Kind kind) {
  switch (kind) {
    case Kind::Changed:
      return '~';
    case Kind::Added:
      return '+';
    case Kind::Removed:
      return '-';
    case Kind::Moved:
      return '^';
  }
  return '?';
}

std::string line(const ChangeWords& words) {
  std::string text = fmt::format("  {} {}", mark(words.change.kind), fmt::join(words.steps, " › "));
  const bool has_values = words.change.kind == Kind::Changed || words.change.kind == Kind::Moved;
  if (has_values) text += fmt::format(": {} → {}", words.before, words.after);
  return output::plain_text(text);
}

void write_pretty(const std::vector<ProjectPair>& pairs, Language language, std::ostream& out) {
  for (const ProjectPair& pair : pairs) {
    if (!pair.differs()) continue;
    const char* const sign = pair.before == nullptr ? "+ " : pair.after == nullptr ? "- " : "";
    out << output::plain_text(
               fmt::format("{}{} ({})", sign, pair.any().name.in(language), pair.any().id))
        << '\n';
    for (const ChangeWords& words : authoring::changes_of(pair, language))
      out << line(words) << '\n';
  }
}

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules diff: {}\n", complaint);
  return ExitCode::WrongUse;
}

}  // namespace

ExitCode rules_diff(const RulesDiffOptions& options, Console& console) {
  const auto read = [&](const std::string& path) {
    return rule_set(path, options.rules, pipeline::check_descriptions(), options.language);
  };
  const auto before = read(options.before);
  if (!before) return refuse(console, before.error());
  const auto after = read(options.after);
  if (!after) return refuse(console, after.error());
  const auto pairs = authoring::pairs_of(*before, *after);
  if (options.format == "json") {
    console.out << authoring::text_of(authoring::to_json(pairs));
  } else {
    write_pretty(pairs, options.language, console.out);
  }
  return std::ranges::any_of(pairs, &ProjectPair::differs) ? ExitCode::Defects : ExitCode::Accepted;
}

void declare_rules_diff(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesDiffOptions>();
  CLI::App* const diff = app.add_subcommand("diff", "Say what two sets of rules do not mean alike");
  diff->add_option("OLD", options->before, "Rules as they were: a folder or a project's file")
      ->required()
      ->type_name("");
  diff->add_option("NEW", options->after, "Rules as they would be")->required()->type_name("");
  diff->add_option("--rules", line.folder, "Folder of the document types of a single file")
      ->type_name("DIR");
  diff->add_option("--format", options->format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
  add_language(*diff, line);
  diff->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      options->language = line.spoken();
      return rules_diff(*options, console);
    };
  });
}

}  // namespace vermilion::service::commands
