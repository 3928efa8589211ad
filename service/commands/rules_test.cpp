#include "service/commands/rules_test.hpp"

#include "service/authoring/checking.hpp"
#include "service/authoring/trying.hpp"
#include "service/batch/interrupt.hpp"
#include "service/batch/progress.hpp"
#include "service/cases/telling.hpp"
#include "service/cases/trial.hpp"
#include "service/commands/models_folder.hpp"
#include "service/commands/rule_files.hpp"
#include "service/commands/rule_set.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <utility>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
using cases::Inspectors;
using cases::Listed;
using cli::Console;
using cli::ExitCode;
using rules::Language;

template <class T>
using Read = tl::expected<T, std::string>;

// The project a file is, or is the cases of; empty for a document type.
fs::path project_of(const fs::path& file) {
  const std::string name = file.string();
  if (name.ends_with(kCasesEnding)) {
    return name.substr(0, name.size() - kCasesEnding.size()) + ".yaml";
  }
  return file.parent_path().filename() == "documents" ? fs::path() : file;
}

Read<std::vector<fs::path>> projects_named(const RulesTestOptions& options) {
  const std::vector<std::string> whole{(options.rules / "projects").string()};
  const auto files = rule_files_named(options.paths.empty() ? whole : options.paths);
  if (!files) return tl::make_unexpected(files.error());
  std::vector<fs::path> projects;
  for (const fs::path& file : *files) {
    const fs::path project = project_of(file);
    if (!project.empty() && std::ranges::count(projects, project) == 0) projects.push_back(project);
  }
  if (projects.empty()) return tl::make_unexpected(std::string("no project is named"));
  return projects;
}

// The first one is made before a case is tried: what is wrong with the models is said once.
Read<std::unique_ptr<Inspectors>> inspectors_of(const fs::path& models, const Pipeline& pipeline) {
  const auto make = [make = pipeline.make_inspect_by_plan, models] { return make(models); };
  auto first = make();
  if (!first) return tl::make_unexpected(first.error().detail);
  auto inspectors = std::make_unique<Inspectors>([make] {
    auto another = make();
    if (!another) throw std::runtime_error(another.error().detail);
    return std::move(*another);
  });
  inspectors->give(std::move(*first));
  return inspectors;
}

ExitCode exit_code(const cases::Tally& tally) {
  if (tally.broken > 0) return ExitCode::OurFault;
  return tally.failed > 0 ? ExitCode::Defects : ExitCode::Accepted;
}

ExitCode carry_out(const std::vector<Listed>& list, const RulesTestOptions& options,
                   Inspectors& inspectors, Console& console) {
  const batch::Interrupt interrupt;
  batch::Progress progress(console.err, console.err_is_terminal, list.size());
  authoring::Tried tried;
  const auto deliver = [&](const Listed& listed, const cases::Outcome& outcome) {
    tried.add(listed, outcome);
    progress.clear();
    if (!options.pictures.empty() && (!outcome || !outcome->difference.holds())) {
      const auto drawn = cases::draw(listed, options.pictures);
      if (!drawn) console.err << fmt::format("vermilion rules test: {}\n", drawn.error());
    }
    if (options.format != "json") console.out << pretty(listed, outcome, options.language);
    progress.draw([&] {
      return fmt::format("[{}/{}] {}", tried.tally.total(), list.size(), listed.project->id);
    });
  };
  cases::try_cases(list, options.jobs, inspectors, deliver, [&] { return interrupt.asked(); });
  progress.clear();
  if (options.format == "json") console.out << authoring::text_of(authoring::to_json(tried));
  console.err << summary(tried.tally, progress.elapsed(), options.language) << '\n';
  return interrupt.asked() ? ExitCode::Interrupted : exit_code(tried.tally);
}

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules test: {}\n", complaint);
  return ExitCode::WrongUse;
}

}  // namespace

ExitCode rules_test(const RulesTestOptions& options, const Pipeline& pipeline, Console& console) {
  const auto files = projects_named(options);
  if (!files) return refuse(console, files.error());
  const auto projects =
      authored_projects(options.rules, *files, Cases::Read, pipeline.checks, options.language);
  if (!projects) return refuse(console, projects.error());
  const auto list = authoring::list_of(*projects);
  if (!list) return refuse(console, list.error());
  const auto inspectors = inspectors_of(options.models, pipeline);
  if (!inspectors) return refuse(console, inspectors.error());
  return carry_out(*list, options, **inspectors, console);
}

void declare_rules_test(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesTestOptions>();
  CLI::App* const test = app.add_subcommand("test", "Try projects on the cases beside them");
  test->add_option("PATH", options->paths,
                   "Projects, their cases, folders of them; the program's own unless said")
      ->type_name("");
  add_rules(*test, line);
  add_format(*test, options->format);
  add_language(*test, line);
  test->add_option("--pictures", options->pictures,
                   "Draw the samples of the cases that fail to DIR")
      ->type_name("DIR");
  add_jobs(*test, options->jobs, "Cases");
  test->add_option("--models", options->models, "Folder of the models")
      ->envname("VERMILION_MODELS")
      ->type_name("DIR");
  test->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      if (options->models.empty()) options->models = models_folder();
      options->language = line.spoken();
      return rules_test(*options, real_pipeline(), console);
    };
  });
}

}  // namespace vermilion::service::commands
