// Measures what inspections cost; bench/README.md says what each row means.

#include "bench/speed/benchmarks.hpp"
#include "bench/speed/table.hpp"

#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace {

using namespace vermilion::speed;

constexpr const char* kFooter = R"(Google Benchmark's own flags are taken as well:
  --benchmark_filter=REGEX       only these rows, as stage/flat_200 or ^inspect
  --benchmark_list_tests         their names
  --benchmark_format=json        the same figures for programs, instead of the table
  --benchmark_out=FILE           besides it
)";

// One page, one round: does everything still work?
Settings quick(Settings settings) {
  settings.pages = settings.rounds = settings.today_pages = settings.runs = 1;
  settings.batch_runs = 1;
  return settings;
}

std::string terms(const Settings& settings) {
  return fmt::format(
      "CPU time of the process, least of {} rounds over {} pages; x: times one decode to BGR of "
      "the "
      "same page as a baseline JPEG",
      settings.rounds, settings.pages);
}

std::filesystem::path program_beside_this() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "vermilion";
}

bool wants_benchmarks_format(const std::vector<std::string>& flags) {
  return std::ranges::any_of(
      flags, [](const std::string& flag) { return flag.starts_with("--benchmark_format"); });
}

// What CLI11 did not know is for Google Benchmark; what that does not know either is wrong use. It
// keeps the name of the program, so the arguments outlive it.
bool initialise(std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  int count = static_cast<int>(pointers.size());
  benchmark::Initialize(&count, pointers.data());
  return !benchmark::ReportUnrecognizedArguments(count, pointers.data());
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings{.models = VERMILION_MODELS_DIR,
                    .rules = VERMILION_RULES_DIR,
                    .program = program_beside_this()};
  bool is_quick = false;
  CLI::App app("Measures what inspections cost");
  app.add_flag("--quick", is_quick, "One page and one round of each: only to see that all works");
  app.add_option("--pages", settings.pages, "Pages of each kind of file")
      ->check(CLI::PositiveNumber);
  app.add_option("--rounds", settings.rounds, "Over all pages")->check(CLI::PositiveNumber);
  app.add_option("--runs", settings.runs, "Of the program, for its start")
      ->check(CLI::PositiveNumber);
  app.add_option("--today-pages", settings.today_pages, "For the script of today, a second each")
      ->check(CLI::PositiveNumber);
  app.add_option("--models", settings.models, "Folder of the models");
  app.add_option("--rules", settings.rules, "Folder of the rules, for the forms");
  app.add_option("--program", settings.program, "The vermilion program");
  app.footer(kFooter);
  app.allow_extras();
  CLI11_PARSE(app, argc, argv);
  if (is_quick) settings = quick(settings);
  std::vector<std::string> flags = app.remaining();
  flags.insert(flags.begin(), argv[0]);
  if (!initialise(flags)) return 2;

  bool failed = false;
  Measured measured(settings);
  add_benchmarks(measured, failed);
  Table table(terms(settings));
  benchmark::RunSpecifiedBenchmarks(wants_benchmarks_format(flags) ? nullptr : &table);
  return failed ? 1 : 0;
}
