#include "bench/evaluate/inspections.hpp"

#include "bench/speed/cpu_clock.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "pipeline/limits.hpp"
#include "rules/general.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace vermilion::evaluate {
namespace {

pipeline::Plan plan_without_limit() {
  pipeline::Plan plan = rules::general_plan(pipeline::check_descriptions());
  plan.max_bytes = pipeline::limits::kFileBytesCeiling;
  return plan;
}

}  // namespace

std::vector<std::byte> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

Inspected inspect(pipeline::Inspector& inspector, const Labelled& image,
                  std::span<const std::byte> file, std::string_view file_name) {
  static const pipeline::Plan plan = plan_without_limit();
  const double begun = speed::cpu_ms();
  auto report = inspector.inspect(file, file_name, plan);
  return {&image, std::move(report), speed::cpu_ms() - begun};
}

const std::vector<Inspected>& Inspections::of(std::string_view category) {
  if (const auto known = inspected_.find(category); known != inspected_.end()) return known->second;
  std::vector<Inspected>& results = inspected_[category];
  for (const Labelled& image : images_) {
    if (image.category != category) continue;
    results.push_back(inspect(inspector_, image, bytes_of(image.path), image.file));
  }
  return results;
}

}  // namespace vermilion::evaluate
