// Measures the pipeline on labelled real images, and on drawn ones.
//
//   evaluate [FOLDER] [--drawn COUNT [--seed S]] [--models DIR] [--only CATEGORY] [--each]
//   evaluate [FOLDER] [--drawn COUNT] --expected
//
// The limit of 1 MiB is lifted, since some of the images are larger and worth reading all the same.

#include "bench/evaluate/drawn.hpp"
#include "bench/evaluate/expected.hpp"
#include "bench/evaluate/figures.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "rules/general.hpp"

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <sys/resource.h>

#include <ctime>
#include <fstream>
#include <iterator>

namespace vermilion::evaluate {
namespace {

double thread_cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Inspected> inspected(pipeline::Inspector& inspector,
                                 const std::vector<Labelled>& images, const std::string& category) {
  pipeline::Plan plan = rules::general_plan(pipeline::check_descriptions());
  plan.max_bytes = pipeline::limits::kFileBytesCeiling;
  std::vector<Inspected> results;
  for (const Labelled& image : images) {
    if (image.category != category) continue;
    const std::string bytes = bytes_of(image.path);
    const double begun = thread_cpu_ms();
    auto report = inspector.inspect(
        {reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, image.file, plan);
    results.push_back({&image, std::move(report), thread_cpu_ms() - begun});
  }
  return results;
}

long peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

struct Category {
  const char* name;
  void (*print)(const std::vector<Inspected>&, bool each);
};

constexpr Category kCategories[] = {{"licence", print_codes},
                                    {"licence_no_code", print_no_codes},
                                    {"qr", print_symbols},
                                    {"skew", print_skew},
                                    {"hostile", print_hostile}};

struct Wanted {
  std::string folder;
  std::string models = VERMILION_MODELS_DIR;
  std::string only;
  DrawnSets drawn;
  bool each = false;
  bool expected = false;
};

void evaluate_images(pipeline::Inspector& inspector, const Wanted& wanted) {
  const std::vector<Labelled> images = read_labels(wanted.folder);
  std::vector<Inspected> with_seals;
  const bool seals_only = wanted.only == "seal";
  for (const Category& category : kCategories) {
    const bool is_licence = std::string_view(category.name) == "licence";
    if (!wanted.only.empty() && wanted.only != category.name && !(seals_only && is_licence))
      continue;
    auto results = inspected(inspector, images, category.name);
    if (!seals_only) category.print(results, wanted.each);
    if (is_licence) with_seals = std::move(results);
  }
  if (!wanted.only.empty() && !seals_only) return;
  for (Inspected& one : inspected(inspector, images, "seal")) with_seals.push_back(std::move(one));
  print_seals(with_seals, wanted.each);
}

int evaluate(const Wanted& wanted) {
  auto inspector = pipeline::Inspector::create(wanted.models);
  if (!inspector) {
    fmt::print(stderr, "{}\n", inspector.error().detail);
    return 4;
  }
  if (wanted.expected) {
    const auto images =
        wanted.folder.empty() ? std::vector<Labelled>{} : read_labels(wanted.folder);
    print_expected(wanted.models, images, wanted.drawn);
    return 0;
  }
  if (!wanted.folder.empty()) evaluate_images(*inspector, wanted);
  if (wanted.drawn.count > 0) print_drawn(*inspector, wanted.drawn);
  fmt::print("peak memory {} MB\n", peak_mb());
  return 0;
}

}  // namespace
}  // namespace vermilion::evaluate

int main(int argc, char** argv) {
  CLI::App app("Measures the pipeline on labelled real images, and on drawn ones");
  vermilion::evaluate::Wanted wanted;
  app.add_option("folder", wanted.folder, "folder with labels.tsv");
  app.add_option("--drawn", wanted.drawn.count,
                 "draw so many samples of each of seven sets as well");
  app.add_option("--seed", wanted.drawn.seed, "of the drawn samples");
  app.add_option("--models", wanted.models, "folder of the models");
  app.add_option(
      "--only", wanted.only,
      "one category: licence, licence_no_code, qr, skew, hostile, seal; or one drawn set");
  app.add_flag("--each", wanted.each, "a line for each image");
  app.add_flag("--expected", wanted.expected,
               "instead: how the code an order expects is borne out, and twenty near it");
  CLI11_PARSE(app, argc, argv);
  wanted.drawn.only = wanted.only;
  wanted.drawn.each = wanted.each;
  return vermilion::evaluate::evaluate(wanted);
}
