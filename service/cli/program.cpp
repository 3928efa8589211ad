#include "service/cli/program.hpp"

#include "service/cli/suggestion.hpp"
#include "service/cli/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <ostream>

namespace vermilion::service::cli {
namespace {

constexpr std::string_view kSummary =
    "Reviews the scans organisations upload when they apply for a digital certificate.";

std::vector<std::string_view> names_of(std::span<const Command> commands) {
  std::vector<std::string_view> names;
  for (const Command& command : commands) names.push_back(command.name);
  return names;
}

const CLI::App& command_in_use(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : command_in_use(*chosen.back());
}

// "vermilion samples make"
std::string full_name(const CLI::App& app) {
  const CLI::App* parent = app.get_parent();
  return parent == nullptr ? app.get_name() : full_name(*parent) + " " + app.get_name();
}

// What could stand behind a command: its long options and the commands below it.
std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  for (const CLI::App* sub : app.get_subcommands(/*filter=*/{})) words.push_back(sub->get_name());
  return words;
}

// CLI11 would name the stray argument, or only what is missing instead of it, and leave it at that.
std::string complaint_of(const CLI::App& app, const CLI::ParseError& error) {
  const auto strays = app.remaining(/*recurse=*/true);
  if (strays.empty()) return error.what();
  const auto words = known_words(command_in_use(app));
  const std::vector<std::string_view> known(words.begin(), words.end());
  return fmt::format("\"{}\" is not expected here{}", strays.front(),
                     did_you_mean(strays.front(), known));
}

ExitCode refuse(Console& console, std::string_view complaint, std::string_view where) {
  console.err << fmt::format("vermilion: {}\nSee {} --help.\n", complaint, where);
  return ExitCode::WrongUse;
}

ExitCode answer(const CLI::App& app, const CLI::ParseError& error, Console& console) {
  // Asking for help or the version is no error; CLI11 says so by the code 0.
  if (error.get_exit_code() == 0) {
    app.exit(error, console.out, console.err);
    return ExitCode::Accepted;
  }
  return refuse(console, complaint_of(app, error), full_name(command_in_use(app)));
}

ExitCode carry_out(const Action& action, Console& console) {
  try {
    return action();
  } catch (const std::exception& error) {
    console.err << fmt::format("vermilion: internal error: {}\n", error.what());
    return ExitCode::OurFault;
  }
}

}  // namespace

ExitCode run(std::span<const Command> commands, std::vector<std::string> arguments,
             Console& console) {
  CLI::App app{std::string(kSummary), "vermilion"};
  app.set_version_flag("--version", fmt::format("vermilion {}", kVersion));
  app.footer(exit_code_table());
  app.require_subcommand(1);
  app.get_formatter()->column_width(28);

  Action action;
  for (const Command& command : commands) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->callback([&action, chosen = command.declare(*sub, console)] { action = chosen; });
  }

  if (arguments.empty()) {
    console.err << app.help();
    return ExitCode::WrongUse;
  }
  const std::string& first = arguments.front();
  const auto known = names_of(commands);
  if (!first.starts_with('-') && std::ranges::count(known, first) == 0) {
    return refuse(console,
                  fmt::format("there is no command \"{}\"{}", first, did_you_mean(first, known)),
                  "vermilion");
  }

  std::ranges::reverse(arguments);  // CLI11 takes a vector from its end
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return answer(app, error, console);
  }
  return carry_out(action, console);
}

}  // namespace vermilion::service::cli
