#include "service/commands/rules_explain.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/explain.hpp"
#include "samples/series.hpp"
#include "service/cases/example.hpp"
#include "service/commands/rule_set.hpp"
#include "service/overlay/write_file.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
using cli::Console;
using cli::ExitCode;
using vermilion::rules::Explanation;
using vermilion::rules::Language;

ExitCode refuse(Console& console, std::string_view complaint, ExitCode code = ExitCode::WrongUse) {
  console.err << fmt::format("vermilion rules explain: {}\n", complaint);
  return code;
}

tl::expected<std::vector<AuthoredProject>, std::string> all_projects(
    const RulesExplainOptions& options) {
  std::vector<fs::path> files;
  for (const auto& id : project_ids(options.rules)) {
    files.push_back(options.rules / "projects" / (id + ".yaml"));
  }
  if (files.empty()) {
    return tl::make_unexpected(fmt::format("{}: no projects there", options.rules.string()));
  }
  return authored_projects(options.rules, files, Cases::Read, pipeline::check_descriptions(),
                           options.language);
}

// Pictures that lie beside the program are named; others can be drawn.
std::string shipped_text(const Explanation& explanation, Language language) {
  const bool zh = language == Language::Chinese;
  const auto shipped = cases::shipped_examples(explanation);
  if (shipped.refused.empty()) return {};
  std::string text = fmt::format("\n{} samples/shipped/{}.jpg\n",
                                 zh ? "不合格的样子：" : "Refused: ", shipped.refused);
  if (!shipped.accepted.empty()) {
    text += fmt::format("{} samples/shipped/{}.jpg\n",
                        zh ? "合格的样子：" : "Accepted:", shipped.accepted);
  }
  return text;
}

// What is in the picture decides its format.
std::string picture_of(const fs::path& stem) {
  for (const char* extension : {".jpg", ".png", ".bmp"}) {
    std::error_code error;
    if (fs::exists(stem.string() + extension, error)) return stem.string() + extension;
  }
  return stem.string();
}

tl::expected<void, std::string> write(const fs::path& folder, const cases::Example& example) {
  if (const auto* const recipe = std::get_if<samples::Recipe>(&example.picture)) {
    return samples::write_all(folder, {{example.path, *recipe}})
        .map_error([](const samples::WriteError& error) { return error.detail; });
  }
  const auto& form = std::get<samples::FormSample>(example.picture);
  std::error_code error;
  fs::create_directories(folder, error);
  return overlay::write_file(folder / fmt::format("{}.{}", example.path, form.extension),
                             form.bytes);
}

ExitCode draw(const Explanation& explanation, const std::vector<cases::ProjectCases>& beside,
              const RulesExplainOptions& options, Console& console) {
  const auto examples = cases::examples_of(explanation, beside);
  if (!examples.refused && !examples.accepted) {
    console.err << "vermilion rules explain: no case shows it, nothing is drawn\n";
    return ExitCode::Accepted;
  }
  for (const auto& example : {examples.refused, examples.accepted}) {
    if (!example) continue;
    const auto written = write(options.out, *example);
    if (!written) return refuse(console, written.error(), ExitCode::OurFault);
    console.out << picture_of(options.out / example->path) << '\n';
  }
  return ExitCode::Accepted;
}

}  // namespace

ExitCode rules_explain(const RulesExplainOptions& options, Console& console) {
  const auto authored = all_projects(options);
  if (!authored) return refuse(console, authored.error());
  std::vector<vermilion::rules::Project> projects;
  for (const AuthoredProject& each : *authored) projects.push_back(each.project);
  const auto explanation =
      vermilion::rules::explain(options.name, projects, pipeline::check_descriptions());
  if (!explanation) {
    return refuse(console,
                  explanation.error()
                      ? fmt::format("there is no finding or rule \"{}\"; did you mean \"{}\"?",
                                    options.name, *explanation.error())
                      : fmt::format("there is no finding or rule \"{}\"", options.name));
  }
  console.out << text_of(*explanation, options.language);
  if (options.out.empty()) {
    console.out << shipped_text(*explanation, options.language);
    return ExitCode::Accepted;
  }
  std::vector<cases::ProjectCases> beside;
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if ((*authored)[i].cases) beside.push_back({&projects[i], (*authored)[i].cases->cases});
  }
  return draw(*explanation, beside, options, console);
}

void declare_rules_explain(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesExplainOptions>();
  CLI::App* const explain =
      app.add_subcommand("explain", "Say what a finding or a rule means and how it is mended");
  explain->add_option("NAME", options->name, "A finding (SEAL_FAINT) or a rule (card_sealed)")
      ->required()
      ->type_name("");
  explain->add_option("--out", options->out, "Draw an accepted and a refused picture to DIR")
      ->type_name("DIR");
  add_rules(*explain, line);
  add_language(*explain, line);
  explain->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      options->language = line.spoken();
      return rules_explain(*options, console);
    };
  });
}

}  // namespace vermilion::service::commands
