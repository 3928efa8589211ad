#include "service/commands/rules.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/schema/json_schema.hpp"
#include "rules/schema/reference.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/rules_check.hpp"
#include "service/commands/rules_diff.hpp"
#include "service/commands/rules_folder.hpp"
#include "service/commands/rules_replay.hpp"

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using vermilion::rules::Language;
using vermilion::rules::schema::FileKind;

constexpr const char* kExamples = R"(Examples:
  vermilion rules check
  vermilion rules check rules/projects/yingtan_sunshine.yaml --lang en
  vermilion rules schema project > project.schema.json
  vermilion rules diff rules draft/rules
  vermilion rules replay --old rules --new draft/rules reports.jsonl
)";

struct Options {
  RulesCheckOptions check;
  RulesDiffOptions diff;
  RulesReplayOptions replay;
  std::string folder;
  std::string language = "zh";  // whatever LANG says, as inspect has it
  std::string kind = "project";
  std::function<ExitCode()> chosen;

  [[nodiscard]] Language spoken() const {
    return language == "en" ? Language::English : Language::Chinese;
  }
};

void add_language(CLI::App& app, Options& options) {
  app.add_option("--lang", options.language, "Language: zh (unless said) or en")
      ->check(cli::one_of({"zh", "en"}))
      ->type_name("L");
}

void declare_check(CLI::App& app, Options& options, Console& console) {
  CLI::App* const check = app.add_subcommand("check", "Say what is wrong with rule files");
  check
      ->add_option("PATH", options.check.paths,
                   "Files and folders; the program's own rules unless said")
      ->type_name("");
  check->add_option("--rules", options.folder, "Folder of the rules the files refer to")
      ->type_name("DIR");
  check->add_option("--format", options.check.format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
  add_language(*check, options);
  check->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.check.rules =
          options.folder.empty() ? rules_folder() : std::filesystem::path(options.folder);
      options.check.language = options.spoken();
      return rules_check(options.check, console);
    };
  });
}

std::filesystem::path folder_of(const Options& options) {
  return options.folder.empty() ? rules_folder() : std::filesystem::path(options.folder);
}

void declare_diff(CLI::App& app, Options& options, Console& console) {
  CLI::App* const diff = app.add_subcommand("diff", "Say what two sets of rules do not mean alike");
  diff->add_option("OLD", options.diff.before, "Rules as they were: a folder or a project's file")
      ->required()
      ->type_name("");
  diff->add_option("NEW", options.diff.after, "Rules as they would be")->required()->type_name("");
  diff->add_option("--rules", options.folder, "Folder of the document types of a single file")
      ->type_name("DIR");
  diff->add_option("--format", options.diff.format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
  add_language(*diff, options);
  diff->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.diff.rules = folder_of(options);
      options.diff.language = options.spoken();
      return rules_diff(options.diff, console);
    };
  });
}

void declare_replay(CLI::App& app, Options& options, Console& console) {
  CLI::App* const replay =
      app.add_subcommand("replay", "Judge stored reports by two sets of rules, without the scans");
  replay->add_option("REPORTS", options.replay.reports, "What inspect wrote as json or jsonl; or -")
      ->required()
      ->type_name("");
  replay->add_option("--old", options.replay.before, "Rules as they were: a folder or a project")
      ->required()
      ->type_name("PATH");
  replay->add_option("--new", options.replay.after, "Rules as they would be")
      ->required()
      ->type_name("PATH");
  replay->add_option("--project", options.replay.project, "For reports that name no project")
      ->type_name("P");
  replay->add_option("--document", options.replay.document, "For reports that name no document")
      ->type_name("D");
  replay->add_option("--rules", options.folder, "Folder of the document types of a single file")
      ->type_name("DIR");
  replay->add_option("--format", options.replay.format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
  add_language(*replay, options);
  replay->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.replay.rules = folder_of(options);
      options.replay.language = options.spoken();
      return rules_replay(options.replay, console);
    };
  });
}

void declare_list(CLI::App& app, Options& options, Console& console) {
  CLI::App* const list = app.add_subcommand("list", "Name the checks and their parameters");
  add_language(*list, options);
  list->callback([&options, &console] {
    options.chosen = [&options, &console] {
      console.out << vermilion::rules::schema::list(pipeline::check_descriptions(),
                                                    options.spoken());
      return ExitCode::Accepted;
    };
  });
}

FileKind kind_named(const std::string& name) {
  if (name == "document") return FileKind::Document;
  return name == "cases" ? FileKind::Cases : FileKind::Project;
}

void declare_schema(CLI::App& app, Options& options, Console& console) {
  CLI::App* const schema =
      app.add_subcommand("schema", "Write the JSON Schema editors complete by");
  schema->add_option("KIND", options.kind, "project (unless said), document or cases")
      ->check(cli::one_of({"project", "document", "cases"}))
      ->type_name("");
  schema->callback([&options, &console] {
    options.chosen = [&options, &console] {
      const auto json = vermilion::rules::schema::json_schema(kind_named(options.kind),
                                                              pipeline::check_descriptions());
      console.out << json.dump(2) << '\n';
      return ExitCode::Accepted;
    };
  });
}

void declare_reference(CLI::App& app, Options& options, Console& console) {
  CLI::App* const page = app.add_subcommand("reference", "Write the reference page, in Markdown");
  add_language(*page, options);
  page->callback([&options, &console] {
    options.chosen = [&options, &console] {
      console.out << vermilion::rules::schema::reference(pipeline::check_descriptions(),
                                                         options.spoken());
      return ExitCode::Accepted;
    };
  });
}

}  // namespace

cli::Action rules(CLI::App& app, Console& console) {
  app.require_subcommand(1);
  app.footer(kExamples);
  const auto options = std::make_shared<Options>();
  declare_check(app, *options, console);
  declare_diff(app, *options, console);
  declare_replay(app, *options, console);
  declare_list(app, *options, console);
  declare_schema(app, *options, console);
  declare_reference(app, *options, console);
  return [options] { return options->chosen(); };
}

}  // namespace vermilion::service::commands
