// Measures the pipeline on labelled real images.
//
//   evaluate FOLDER [--models DIR] [--only CATEGORY] [--each]
//
// The limit of 1 MiB is lifted, since some of the images are larger and worth reading all the same.

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

int evaluate(const std::string& folder, const std::string& models, const std::string& only,
             bool each) {
  auto inspector = pipeline::Inspector::create(models);
  if (!inspector) {
    fmt::print(stderr, "{}\n", inspector.error().detail);
    return 4;
  }
  const std::vector<Labelled> images = read_labels(folder);
  std::vector<Inspected> with_seals;
  for (const Category& category : kCategories) {
    if (!only.empty() && only != category.name && only != "seal") continue;
    if (only == "seal" && std::string_view(category.name) != "licence") continue;
    auto results = inspected(*inspector, images, category.name);
    if (only != "seal") category.print(results, each);
    if (std::string_view(category.name) == "licence") with_seals = std::move(results);
  }
  if (only.empty() || only == "seal") {
    for (Inspected& one : inspected(*inspector, images, "seal"))
      with_seals.push_back(std::move(one));
    print_seals(with_seals, each);
  }
  fmt::print("peak memory {} MB\n", peak_mb());
  return 0;
}

}  // namespace
}  // namespace vermilion::evaluate

int main(int argc, char** argv) {
  CLI::App app("Measures the pipeline on labelled real images");
  std::string folder;
  std::string models = VERMILION_MODELS_DIR;
  std::string only;
  bool each = false;
  app.add_option("folder", folder, "folder with labels.tsv")->required();
  app.add_option("--models", models, "folder of the models");
  app.add_option("--only", only, "one category: licence, licence_no_code, qr, skew, hostile, seal");
  app.add_flag("--each", each, "a line for each image");
  CLI11_PARSE(app, argc, argv);
  return vermilion::evaluate::evaluate(folder, models, only, each);
}
