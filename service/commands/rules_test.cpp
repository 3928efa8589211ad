#include "service/commands/rules_test.hpp"

#include "rules/excerpt.hpp"
#include "rules/project_plan.hpp"
#include "service/batch/interrupt.hpp"
#include "service/batch/progress.hpp"
#include "service/cases/printed_form.hpp"
#include "service/cases/recipe.hpp"
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

constexpr int kTestSchema = 1;  // of the JSON; members may be added under the same number

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

// What no single file shows: whether the case goes with its project, and can be drawn.
std::string wrong_with(const rules::Project& project, const rules::Case& each) {
  if (const auto served = rules::serves(project, each.order); !served) return served.error().detail;
  for (const auto& document : each.documents) {
    const rules::Slot* slot = rules::find_slot(project, document.slot);
    if (slot == nullptr) return "a case with a sample names the slot it is handed in for";
    const bool known =
        std::ranges::count(slot->alternatives, document.alternative, &rules::DocumentType::id) > 0;
    if (!document.alternative.empty() && !known) {
      return fmt::format("the slot \"{}\" takes no \"{}\"", document.slot, document.alternative);
    }
    if (cases::is_form(document)) {
      if (auto why = cases::wrong_with_form(project, document); !why.empty()) return why;
    } else if (const auto recipe = cases::recipe_of(document.sample); !recipe) {
      return recipe.error();
    }
  }
  return {};
}

// The cases of all projects in their order. A draft may have none yet.
Read<std::vector<Listed>> list_of(const std::vector<AuthoredProject>& projects) {
  std::vector<Listed> list;
  for (const AuthoredProject& authored : projects) {
    if (!authored.cases) {
      if (authored.project.draft) continue;
      return tl::make_unexpected(
          fmt::format("{}: a published project needs cases, in {}{} beside it",
                      authored.source.name, authored.project.id, kCasesEnding));
    }
    const auto& source = authored.cases->source;
    for (const rules::Case& each : authored.cases->cases) {
      const std::size_t line = rules::place_of(each.span.begin, source.text).line;
      if (const auto why = wrong_with(authored.project, each); !why.empty()) {
        return tl::make_unexpected(fmt::format("{}:{}: {}: {}", source.name, line, each.name, why));
      }
      list.push_back({&authored.project, &each, source.name, line});
    }
  }
  return list;
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

void write_json(const cases::Tally& tally, nlohmann::ordered_json all, std::ostream& out) {
  const nlohmann::ordered_json document{{"schema", kTestSchema},  {"held", tally.held},
                                        {"todo", tally.todo},     {"failed", tally.failed},
                                        {"broken", tally.broken}, {"cases", std::move(all)}};
  out << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

ExitCode exit_code(const cases::Tally& tally) {
  if (tally.broken > 0) return ExitCode::OurFault;
  return tally.failed > 0 ? ExitCode::Defects : ExitCode::Accepted;
}

ExitCode carry_out(const std::vector<Listed>& list, const RulesTestOptions& options,
                   Inspectors& inspectors, Console& console) {
  const batch::Interrupt interrupt;
  batch::Progress progress(console.err, console.err_is_terminal, list.size());
  cases::Tally tally;
  auto all = nlohmann::ordered_json::array();
  const auto deliver = [&](const Listed& listed, const cases::Outcome& outcome) {
    tally.count(listed, outcome);
    progress.clear();
    if (!options.pictures.empty() && (!outcome || !outcome->difference.holds())) {
      const auto drawn = cases::draw(listed, options.pictures);
      if (!drawn) console.err << fmt::format("vermilion rules test: {}\n", drawn.error());
    }
    if (options.format == "json") {
      all.push_back(to_json(listed, outcome));
    } else {
      console.out << pretty(listed, outcome, options.language);
    }
    progress.draw(
        [&] { return fmt::format("[{}/{}] {}", tally.total(), list.size(), listed.project->id); });
  };
  cases::try_cases(list, options.jobs, inspectors, deliver, [&] { return interrupt.asked(); });
  progress.clear();
  if (options.format == "json") write_json(tally, std::move(all), console.out);
  console.err << summary(tally, progress.elapsed(), options.language) << '\n';
  return interrupt.asked() ? ExitCode::Interrupted : exit_code(tally);
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
  const auto list = list_of(*projects);
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
