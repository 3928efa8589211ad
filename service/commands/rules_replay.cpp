#include "service/commands/rules_replay.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/authoring/checking.hpp"
#include "service/authoring/replaying.hpp"
#include "service/batch/contents.hpp"
#include "service/batch/inputs.hpp"
#include "service/cli/choice.hpp"
#include "service/commands/rule_set.hpp"
#include "service/output/plain_text.hpp"
#include "service/output/replay_output.hpp"

#include <CLI/App.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>
#include <string_view>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;
namespace vr = vermilion::rules;

// A hundred thousand reports of 20 kB; a file is read as a whole.
constexpr std::size_t kReportsBytes = std::size_t{2} << 30;

ExitCode refuse(Console& console, std::string_view complaint) {
  console.err << fmt::format("vermilion rules replay: {}\n", complaint);
  return ExitCode::WrongUse;
}

tl::expected<std::string, std::string> text_of(const std::string& file, const Console& console) {
  const auto contents = file == batch::kStandardInput
                            ? batch::read_stream(console.in, kReportsBytes)
                            : batch::read_file(file, kReportsBytes);
  if (!contents) return tl::make_unexpected(contents.error());
  if (contents->reached_cap) return tl::make_unexpected(std::string("too large"));
  return std::string(reinterpret_cast<const char*>(contents->bytes.data()), contents->bytes.size());
}

void replay_file(const std::string& file, const authoring::Sides& sides, const Console& console,
                 output::Replay& replay) {
  const auto text = text_of(file, console);
  if (!text) {
    replay.unread.push_back({file, {"", text.error()}});
    return;
  }
  authoring::replay(*text, file, sides, replay);
}

void tell_unread(const output::Replay& replay, Console& console) {
  for (const auto& [file, bad] : replay.unread) {
    const std::string place = bad.place.empty() ? "" : bad.place + ": ";
    console.err << output::plain_text(
                       fmt::format("vermilion rules replay: {}: {}{}", file, place, bad.complaint))
                << '\n';
  }
}

ExitCode exit_code(const output::Replay& replay) {
  if (!replay.unread.empty()) return ExitCode::Unreadable;
  return replay.changed.empty() && replay.open.empty() ? ExitCode::Accepted : ExitCode::Defects;
}

}  // namespace

ExitCode rules_replay(const RulesReplayOptions& options, Console& console) {
  const auto read = [&](const std::string& path) {
    return rule_set(path, options.rules, pipeline::check_descriptions(), options.language);
  };
  auto before = read(options.before);
  if (!before) return refuse(console, before.error());
  auto after = read(options.after);
  if (!after) return refuse(console, after.error());
  std::string project = options.project;
  if (project.empty() && after->size() == 1) project = after->front().id;
  const authoring::Sides sides{std::move(*before), std::move(*after), {project, options.document}};

  output::Replay replay;
  for (const std::string& file : options.reports) replay_file(file, sides, console, replay);
  if (options.format == "json") {
    console.out << authoring::text_of(output::to_json(replay));
  } else {
    console.out << output::pretty(replay, options.language);
  }
  tell_unread(replay, console);
  console.err << output::summary(replay, options.language) << '\n';
  return exit_code(replay);
}

void declare_rules_replay(CLI::App& app, RulesLine& line, Console& console) {
  const auto options = std::make_shared<RulesReplayOptions>();
  CLI::App* const replay =
      app.add_subcommand("replay", "Judge stored reports by two sets of rules, without the scans");
  replay->add_option("REPORTS", options->reports, "What inspect wrote as json or jsonl; or -")
      ->required()
      ->type_name("");
  replay->add_option("--old", options->before, "Rules as they were: a folder or a project")
      ->required()
      ->type_name("PATH");
  replay->add_option("--new", options->after, "Rules as they would be")
      ->required()
      ->type_name("PATH");
  replay->add_option("--project", options->project, "For reports that name no project")
      ->type_name("P");
  replay->add_option("--document", options->document, "For reports that name no document")
      ->type_name("D");
  replay->add_option("--rules", line.folder, "Folder of the document types of a single file")
      ->type_name("DIR");
  replay->add_option("--format", options->format, "pretty (unless said) or json")
      ->check(cli::one_of({"pretty", "json"}))
      ->type_name("F");
  add_language(*replay, line);
  replay->callback([options, &line, &console] {
    line.chosen = [options, &line, &console] {
      options->rules = line.rules();
      options->language = line.spoken();
      return rules_replay(*options, console);
    };
  });
}

}  // namespace vermilion::service::commands
