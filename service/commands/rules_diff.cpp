#include "service/commands/rules_diff.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/diff_words.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/rule_set.hpp"
#include "service/output/outcome_json.hpp"
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

using cli::Console;
using cli::ExitCode;
using json = nlohmann::ordered_json;
using vermilion::rules::Change;
using vermilion::rules::ChangeWords;
using vermilion::rules::Language;
using vermilion::rules::Project;
using Kind = Change::Kind;

constexpr int kDiffSchema = 1;  // of the JSON; members may be added under the same number

// A project of either set, or of both.
struct Pair {
  const Project* before;
  const Project* after;

  [[nodiscard]] const Project& any() const { return after != nullptr ? *after : *before; }
};

const Project* named(const std::vector<Project>& projects, const std::string& id) {
  const auto found = std::ranges::find(projects, id, &Project::id);
  return found == projects.end() ? nullptr : &*found;
}

// Two files are held against each other whatever they are called.
std::vector<Pair> pairs_of(const std::vector<Project>& before, const std::vector<Project>& after) {
  if (before.size() == 1 && after.size() == 1) return {{&before.front(), &after.front()}};
  std::vector<Pair> pairs;
  for (const Project& project : before) pairs.push_back({&project, named(after, project.id)});
  for (const Project& project : after) {
    if (named(before, project.id) == nullptr) pairs.push_back({nullptr, &project});
  }
  return pairs;
}

std::vector<ChangeWords> changes_of(const Pair& pair, Language language) {
  if (pair.before == nullptr || pair.after == nullptr) return {};
  return changes_in_words(*pair.before, *pair.after, pipeline::check_descriptions(), language);
}

bool differs(const Pair& pair) {
  return pair.before == nullptr || pair.after == nullptr ||
         pair.before->digest != pair.after->digest;
}

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

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::Changed:
      return "changed";
    case Kind::Added:
      return "added";
    case Kind::Removed:
      return "removed";
    case Kind::Moved:
      return "moved";
  }
  return {};
}

std::string line(const ChangeWords& words) {
  std::string text = fmt::format("  {} {}", mark(words.change.kind), fmt::join(words.steps, " › "));
  const bool has_values = words.change.kind == Kind::Changed || words.change.kind == Kind::Moved;
  if (has_values) text += fmt::format(": {} → {}", words.before, words.after);
  return output::plain_text(text);
}

void write_pretty(const std::vector<Pair>& pairs, Language language, std::ostream& out) {
  for (const Pair& pair : pairs) {
    if (!differs(pair)) continue;
    const char* const sign = pair.before == nullptr ? "+ " : pair.after == nullptr ? "- " : "";
    out << output::plain_text(
               fmt::format("{}{} ({})", sign, pair.any().name.in(language), pair.any().id))
        << '\n';
    for (const ChangeWords& words : changes_of(pair, language)) out << line(words) << '\n';
  }
}

json value_of(const std::optional<std::string>& value) {
  return value ? json::parse(*value) : json();
}

json to_json(const ChangeWords& zh, const ChangeWords& en) {
  return {{"kind", name(zh.change.kind)},
          {"path", zh.change.path},
          {"before", value_of(zh.change.before)},
          {"after", value_of(zh.change.after)},
          {"words", {{"steps", zh.steps}, {"before", zh.before}, {"after", zh.after}}},
          {"words_en", {{"steps", en.steps}, {"before", en.before}, {"after", en.after}}}};
}

json to_json(const Pair& pair) {
  json object{{"project", pair.any().id},
              {"kind", name(pair.before == nullptr  ? Kind::Added
                            : pair.after == nullptr ? Kind::Removed
                                                    : Kind::Changed)},
              {"changes", json::array()}};
  const auto zh = changes_of(pair, Language::Chinese);
  const auto en = changes_of(pair, Language::English);
  for (std::size_t i = 0; i < zh.size(); ++i) object["changes"].push_back(to_json(zh[i], en[i]));
  return object;
}

void write_json(const std::vector<Pair>& pairs, std::ostream& out) {
  json projects = json::array();
  for (const Pair& pair : pairs) {
    if (differs(pair)) projects.push_back(to_json(pair));
  }
  const json document{{"schema", kDiffSchema}, {"projects", std::move(projects)}};
  out << output::dump(document, 2) << '\n';
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
  const auto pairs = pairs_of(*before, *after);
  if (options.format == "json") {
    write_json(pairs, console.out);
  } else {
    write_pretty(pairs, options.language, console.out);
  }
  return std::ranges::any_of(pairs, differs) ? ExitCode::Defects : ExitCode::Accepted;
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
