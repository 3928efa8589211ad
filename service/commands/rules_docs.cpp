#include "service/commands/rules_docs.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/docs/page.hpp"
#include "rules/docs/paper.hpp"
#include "rules/docs/requirements.hpp"
#include "service/commands/rule_set.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
namespace docs = vermilion::rules::docs;
using cli::Console;
using cli::ExitCode;

using Written = tl::expected<void, std::string>;

tl::expected<std::vector<AuthoredProject>, std::string> projects_of(
    const RulesDocsOptions& options) {
  const auto ids = options.projects.empty() ? project_ids(options.rules) : options.projects;
  std::vector<fs::path> files;
  for (const auto& id : ids) {
    const auto file = project_file(options.rules, id);
    if (!file) return tl::make_unexpected(file.error());
    files.push_back(*file);
  }
  if (files.empty()) {
    return tl::make_unexpected(fmt::format("{}: no projects there", options.rules.string()));
  }
  return authored_projects(options.rules, files, Cases::LeaveAlone, pipeline::check_descriptions(),
                           options.language);
}

Written write(const fs::path& file, const std::string& text, Console& console) {
  std::ofstream out(file, std::ios::binary);
  if (!(out << text).flush()) {
    return tl::make_unexpected(fmt::format("{}: cannot be written", file.string()));
  }
  console.out << file.string() << '\n';
  return {};
}

Written write_page(const docs::Page& page, const std::string& stem, const fs::path& folder,
                   Console& console) {
  return write(folder / (stem + ".md"), docs::markdown(page), console).and_then([&] {
    return write(folder / (stem + ".html"), docs::html(page), console);
  });
}

ExitCode refuse(Console& console, std::string_view complaint, ExitCode code) {
  console.err << fmt::format("vermilion rules docs: {}\n", complaint);
  return code;
}

}  // namespace

ExitCode rules_docs(const RulesDocsOptions& options, Console& console) {
  const auto projects = projects_of(options);
  if (!projects) return refuse(console, projects.error(), ExitCode::WrongUse);
  std::error_code error;
  fs::create_directories(options.out, error);
  if (error) {
    return refuse(console, fmt::format("{}: {}", options.out.string(), error.message()),
                  ExitCode::WrongUse);
  }
  for (const auto& [project, source, cases] : *projects) {
    const auto written =
        write_page(docs::requirements(project), project.id + ".requirements", options.out, console)
            .and_then([&, &project = project] {
              return write_page(docs::paper_checklist(project), project.id + ".checklist",
                                options.out, console);
            });
    if (!written) return refuse(console, written.error(), ExitCode::OurFault);
  }
  return ExitCode::Accepted;
}

void declare_rules_docs(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesDocsOptions>();
  CLI::App* const docs = app.add_subcommand(
      "docs", "Write what projects require of applicants, and the lists of papers to mail");
  docs->add_option("PROJECT", options->projects, "Projects by name; all unless said")
      ->type_name("");
  docs->add_option("--out", options->out, "Folder to write the pages to")
      ->required()
      ->type_name("DIR");
  add_rules(*docs, line);
  add_language(*docs, line);
  docs->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      options->language = line.spoken();
      return rules_docs(*options, console);
    };
  });
}

}  // namespace vermilion::service::commands
