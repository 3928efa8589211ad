#include "service/commands/rules_complete.hpp"

#include "service/authoring/checking.hpp"
#include "service/authoring/completing.hpp"
#include "service/commands/rule_files.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>
#include <string_view>
#include <vector>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using vermilion::rules::Language;
using vermilion::rules::schema::Completion;

void write_pretty(const std::vector<Completion>& all, Language language, std::ostream& out) {
  for (const Completion& one : all) {
    const std::string& summary = language == Language::Chinese ? one.zh : one.en;
    out << (summary.empty() ? one.text : fmt::format("{}\t{}", one.text, summary)) << '\n';
  }
}

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules complete: {}\n", complaint);
  return ExitCode::WrongUse;
}

}  // namespace

ExitCode rules_complete(const RulesCompleteOptions& options, Console& console) {
  const auto file = read_rule_file(options.file);
  if (!file) return refuse(console, file.error());
  const auto at = authoring::byte_at(file->text, options.line, options.column);
  if (!at) return refuse(console, fmt::format("{} has no line {}", options.file, options.line));
  const auto beside = read_rule_files(rule_files_in(options.rules));
  if (!beside) return refuse(console, beside.error());

  const auto all = authoring::complete(*file, *at, *beside);
  if (options.format == "json") {
    console.out << authoring::text_of(authoring::to_json(all));
  } else {
    write_pretty(all, options.language, console.out);
  }
  return ExitCode::Accepted;
}

void declare_rules_complete(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesCompleteOptions>();
  CLI::App* const complete =
      app.add_subcommand("complete", "Say what may be written at a place of a file");
  complete->add_option("FILE", options->file)->required()->type_name("");
  complete->add_option("LINE", options->line)->required()->type_name("");
  complete->add_option("COLUMN", options->column, "In characters, from 1")
      ->required()
      ->type_name("");
  add_rules(*complete, line);
  add_format(*complete, options->format);
  add_language(*complete, line);
  complete->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      options->language = line.spoken();
      return rules_complete(*options, console);
    };
  });
}

}  // namespace vermilion::service::commands
