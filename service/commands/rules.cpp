#include "service/commands/rules.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/schema/json_schema.hpp"
#include "rules/schema/reference.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/rules_check.hpp"
#include "service/commands/rules_complete.hpp"
#include "service/commands/rules_diff.hpp"
#include "service/commands/rules_docs.hpp"
#include "service/commands/rules_explain.hpp"
#include "service/commands/rules_line.hpp"
#include "service/commands/rules_replay.hpp"
#include "service/commands/rules_test.hpp"

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <memory>
#include <ostream>
#include <string>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using vermilion::rules::schema::FileKind;

constexpr const char* kExamples = R"(Examples:
  vermilion rules check
  vermilion rules test rules/projects/yingtan_sunshine.yaml
  vermilion rules explain SEAL_FAINT --out pictures
  vermilion rules docs yingtan_sunshine --out pages
  vermilion rules check rules/projects/yingtan_sunshine.yaml --lang en
  vermilion rules schema project > project.schema.json
  vermilion rules diff rules draft/rules
  vermilion rules replay --old rules --new draft/rules reports.jsonl
)";

void declare_list(CLI::App& app, RulesLine& line, Console& console) {
  CLI::App* const list = app.add_subcommand("list", "Name the checks and their parameters");
  add_language(*list, line);
  list->callback([&line, &console] {
    line.chosen = [&line, &console] {
      console.out << vermilion::rules::schema::list(pipeline::check_descriptions(), line.spoken());
      return ExitCode::Accepted;
    };
  });
}

FileKind kind_named(const std::string& name) {
  if (name == "document") return FileKind::Document;
  return name == "cases" ? FileKind::Cases : FileKind::Project;
}

void declare_schema(CLI::App& app, RulesLine& line, Console& console) {
  const auto kind = std::make_shared<std::string>("project");
  CLI::App* const schema =
      app.add_subcommand("schema", "Write the JSON Schema editors complete by");
  schema->add_option("KIND", *kind, "project (unless said), document or cases")
      ->check(cli::one_of({"project", "document", "cases"}))
      ->type_name("");
  schema->callback([kind, &line, &console] {
    line.chosen = [kind, &console] {
      const auto json =
          vermilion::rules::schema::json_schema(kind_named(*kind), pipeline::check_descriptions());
      console.out << json.dump(2) << '\n';
      return ExitCode::Accepted;
    };
  });
}

void declare_reference(CLI::App& app, RulesLine& line, Console& console) {
  CLI::App* const page = app.add_subcommand("reference", "Write the reference page, in Markdown");
  add_language(*page, line);
  page->callback([&line, &console] {
    line.chosen = [&line, &console] {
      console.out << vermilion::rules::schema::reference(pipeline::check_descriptions(),
                                                         line.spoken());
      return ExitCode::Accepted;
    };
  });
}

using Declare = void (*)(CLI::App& app, RulesLine& line, Console& console);

// In the order of the help.
constexpr std::array<Declare, 10> kSubcommands{
    declare_rules_check,    declare_rules_test,   declare_rules_explain, declare_rules_docs,
    declare_rules_diff,     declare_rules_replay, declare_list,          declare_schema,
    declare_rules_complete, declare_reference};

}  // namespace

cli::Action rules(CLI::App& app, Console& console) {
  app.require_subcommand(1);
  app.footer(kExamples);
  const auto line = std::make_shared<RulesLine>();
  for (const Declare declare : kSubcommands) declare(app, *line, console);
  return [line] { return line->chosen(); };
}

}  // namespace vermilion::service::commands
