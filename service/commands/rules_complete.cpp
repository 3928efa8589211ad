#include "service/commands/rules_complete.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/schema/completion.hpp"
#include "service/commands/rule_files.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
using vermilion::rules::Language;
using vermilion::rules::schema::Completion;

bool begins_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

// Where the text of a line ends, or the file.
std::size_t end_of_line(std::string_view text, std::size_t from) {
  return std::min(text.find('\n', from), text.size());
}

// The byte before which the cursor stands; beyond a line's end it stands at the end.
std::optional<std::size_t> byte_at(std::string_view text, std::size_t line, std::size_t column) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line; ++i) {
    begin = end_of_line(text, begin) + 1;
    if (begin > text.size()) return std::nullopt;
  }
  const std::size_t end = end_of_line(text, begin);
  std::size_t at = begin;
  for (std::size_t character = 0; at < end; ++at) {
    if (begins_character(text[at]) && ++character == column) break;
  }
  return at;
}

void write_pretty(const std::vector<Completion>& all, Language language, std::ostream& out) {
  for (const Completion& one : all) {
    const std::string& summary = language == Language::Chinese ? one.zh : one.en;
    out << (summary.empty() ? one.text : fmt::format("{}\t{}", one.text, summary)) << '\n';
  }
}

void write_json(const std::vector<Completion>& all, std::ostream& out) {
  auto array = nlohmann::ordered_json::array();
  for (const Completion& one : all) {
    array.push_back({{"text", one.text}, {"zh", one.zh}, {"en", one.en}});
  }
  out << array.dump(2) << '\n';
}

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules complete: {}\n", complaint);
  return ExitCode::WrongUse;
}

}  // namespace

ExitCode rules_complete(const RulesCompleteOptions& options, Console& console) {
  const auto file = read_rule_file(options.file);
  if (!file) return refuse(console, file.error());
  const auto at = byte_at(file->text, options.line, options.column);
  if (!at) return refuse(console, fmt::format("{} has no line {}", options.file, options.line));
  const auto beside = read_rule_files(rule_files_in(options.rules));
  if (!beside) return refuse(console, beside.error());

  const auto around = surroundings(pipeline::check_descriptions());
  const auto catalogue = vermilion::rules::schema::catalogue_of(*beside, around);
  const auto all = vermilion::rules::schema::completions(*file, *at, catalogue);
  if (options.format == "json") {
    write_json(all, console.out);
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
