#include "service/commands/rules.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/schema/json_schema.hpp"
#include "rules/schema/reference.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/jobs.hpp"
#include "service/commands/models_folder.hpp"
#include "service/commands/rules_check.hpp"
#include "service/commands/rules_complete.hpp"
#include "service/commands/rules_docs.hpp"
#include "service/commands/rules_explain.hpp"
#include "service/commands/rules_folder.hpp"
#include "service/commands/rules_test.hpp"

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
  vermilion rules test rules/projects/yingtan_sunshine.yaml
  vermilion rules explain SEAL_FAINT --out pictures
  vermilion rules docs yingtan_sunshine --out pages
  vermilion rules check rules/projects/yingtan_sunshine.yaml --lang en
  vermilion rules schema project > project.schema.json
)";

struct Options {
  RulesCheckOptions check;
  RulesCompleteOptions complete;
  RulesTestOptions test;
  RulesExplainOptions explain;
  RulesDocsOptions docs;
  std::string models;
  std::string folder;
  std::string language = "zh";  // whatever LANG says, as inspect has it
  std::string kind = "project";
  std::function<ExitCode()> chosen;

  [[nodiscard]] std::filesystem::path rules() const {
    return folder.empty() ? rules_folder() : std::filesystem::path(folder);
  }
  [[nodiscard]] Language spoken() const {
    return language == "en" ? Language::English : Language::Chinese;
  }
};

void add_language(CLI::App& app, Options& options) {
  app.add_option("--lang", options.language, "Language: zh (unless said) or en")
      ->check(cli::one_of({"zh", "en"}))
      ->type_name("L");
}

void add_rules(CLI::App& app, Options& options) {
  app.add_option("--rules", options.folder, "Folder of the rules the files refer to")
      ->envname("VERMILION_RULES")
      ->type_name("DIR");
}

void add_format(CLI::App& app, std::string& format) {
  app.add_option("--format", format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
}

void declare_check(CLI::App& app, Options& options, Console& console) {
  CLI::App* const check = app.add_subcommand("check", "Say what is wrong with rule files");
  check
      ->add_option("PATH", options.check.paths,
                   "Files and folders; the program's own rules unless said")
      ->type_name("");
  add_rules(*check, options);
  add_format(*check, options.check.format);
  check->add_flag("--strict", options.check.strict, "Exit with 1 where there are only warnings");
  add_language(*check, options);
  check->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.check.rules = options.rules();
      options.check.language = options.spoken();
      return rules_check(options.check, console);
    };
  });
}

void declare_test(CLI::App& app, Options& options, Console& console) {
  CLI::App* const test = app.add_subcommand("test", "Try projects on the cases beside them");
  test->add_option("PATH", options.test.paths,
                   "Projects, their cases, folders of them; the program's own unless said")
      ->type_name("");
  add_rules(*test, options);
  add_format(*test, options.test.format);
  add_language(*test, options);
  test->add_option("--pictures", options.test.pictures,
                   "Draw the samples of the cases that fail to DIR")
      ->type_name("DIR");
  add_jobs(*test, options.test.jobs, "Cases");
  test->add_option("--models", options.models, "Folder of the models")
      ->envname("VERMILION_MODELS")
      ->type_name("DIR");
  test->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.test.rules = options.rules();
      options.test.models =
          options.models.empty() ? models_folder() : std::filesystem::path(options.models);
      options.test.language = options.spoken();
      return rules_test(options.test, real_pipeline(), console);
    };
  });
}

void declare_complete(CLI::App& app, Options& options, Console& console) {
  CLI::App* const complete =
      app.add_subcommand("complete", "Say what may be written at a place of a file");
  complete->add_option("FILE", options.complete.file)->required()->type_name("");
  complete->add_option("LINE", options.complete.line)->required()->type_name("");
  complete->add_option("COLUMN", options.complete.column, "In characters, from 1")
      ->required()
      ->type_name("");
  add_rules(*complete, options);
  add_format(*complete, options.complete.format);
  add_language(*complete, options);
  complete->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.complete.rules = options.rules();
      options.complete.language = options.spoken();
      return rules_complete(options.complete, console);
    };
  });
}

void declare_explain(CLI::App& app, Options& options, Console& console) {
  CLI::App* const explain =
      app.add_subcommand("explain", "Say what a finding or a rule means and how it is mended");
  explain
      ->add_option("NAME", options.explain.name, "A finding (SEAL_FAINT) or a rule (card_sealed)")
      ->required()
      ->type_name("");
  explain->add_option("--out", options.explain.out, "Draw an accepted and a refused picture to DIR")
      ->type_name("DIR");
  add_rules(*explain, options);
  add_language(*explain, options);
  explain->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.explain.rules = options.rules();
      options.explain.language = options.spoken();
      return rules_explain(options.explain, console);
    };
  });
}

void declare_docs(CLI::App& app, Options& options, Console& console) {
  CLI::App* const docs = app.add_subcommand(
      "docs", "Write what projects require of applicants, and the lists of papers to mail");
  docs->add_option("PROJECT", options.docs.projects, "Projects by name; all unless said")
      ->type_name("");
  docs->add_option("--out", options.docs.out, "Folder to write the pages to")
      ->required()
      ->type_name("DIR");
  add_rules(*docs, options);
  add_language(*docs, options);
  docs->callback([&options, &console] {
    options.chosen = [&options, &console] {
      options.docs.rules = options.rules();
      options.docs.language = options.spoken();
      return rules_docs(options.docs, console);
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
  declare_test(app, *options, console);
  declare_complete(app, *options, console);
  declare_explain(app, *options, console);
  declare_docs(app, *options, console);
  declare_list(app, *options, console);
  declare_schema(app, *options, console);
  declare_reference(app, *options, console);
  return [options] { return options->chosen(); };
}

}  // namespace vermilion::service::commands
