// Draws a curve for every threshold a check holds a measurement against, and for how sure the
// readers of credit codes must be; bench/README.md says how to read them.

#include "bench/calibrate/files.hpp"
#include "bench/calibrate/flagged.hpp"
#include "bench/calibrate/readings.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <exception>

namespace vermilion::calibrate {
namespace {

struct Wanted {
  std::string out;
  std::string real;
  std::string models = VERMILION_MODELS_DIR;
  Settings settings;
};

int calibrate(Wanted wanted) {
  if (!wanted.real.empty()) wanted.settings.real = real_scans(wanted.real);
  auto inspector = pipeline::Inspector::create(wanted.models);
  auto readers = CodeReaders::create(wanted.models);
  if (!inspector || !readers) {
    fmt::print(stderr, "{}\n", inspector ? readers.error().detail : inspector.error().detail);
    return 4;
  }
  std::filesystem::create_directories(wanted.out);
  std::vector<Figure> figures = threshold_figures(*inspector, wanted.settings);
  fmt::print("{}\n", table_of(figures));
  const std::vector<Figure> readings = reading_figures(*readers, wanted.settings);
  fmt::print("{}", table_of(readings));
  figures.insert(figures.end(), readings.begin(), readings.end());
  write_pictures(wanted.out, figures);
  write_sheets(wanted.out, figures);
  write_numbers(wanted.out, figures);
  return 0;
}

}  // namespace
}  // namespace vermilion::calibrate

int main(int argc, char** argv) {
  CLI::App app("Draws a curve for every threshold: what is caught against false alarms");
  vermilion::calibrate::Wanted wanted;
  app.add_option("--out", wanted.out, "folder for pictures and numbers; made if need be")
      ->required();
  app.add_option("--pages", wanted.settings.pages, "scans drawn for each threshold")
      ->check(CLI::PositiveNumber);
  app.add_option("--seed", wanted.settings.seed, "of the drawn scans");
  app.add_option("--real", wanted.real, "folder with labels.tsv: real scans besides");
  app.add_option("--models", wanted.models, "folder of the models");
  CLI11_PARSE(app, argc, argv);
  try {
    return vermilion::calibrate::calibrate(std::move(wanted));
  } catch (const std::exception& error) {
    fmt::print(stderr, "calibrate: {}\n", error.what());
    return 1;
  }
}
