#include "tests/support/a_sample.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace vermilion::tests {
namespace {

using samples::Recipe;
using samples::Sample;

// All a sample depends on, as a value with an order.
auto key(const Recipe& recipe) {
  std::vector<std::pair<samples::Defect, double>> defects;
  for (const auto& planted : recipe.defects) {
    defects.emplace_back(planted.defect, planted.strength);
  }
  return std::tuple(recipe.document, recipe.copy, recipe.dpi, recipe.seed, recipe.composition,
                    recipe.frame, std::move(defects));
}

}  // namespace

Recipe a_stamped_copy(std::uint64_t seed) {
  return {.document = samples::DocumentKind::BusinessLicence2019,
          .copy = samples::Copy::BlackAndWhite,
          .dpi = 200,
          .seed = seed};
}

Recipe with(Recipe recipe, samples::Defect defect, double strength) {
  recipe.defects.push_back({defect, strength});
  return recipe;
}

Recipe a_stamped_copy_of(samples::DocumentKind document, std::uint64_t seed) {
  Recipe recipe = a_stamped_copy(seed);
  recipe.document = document;
  return recipe;
}

Recipe in_colour(Recipe recipe) {
  recipe.copy = samples::Copy::Colour;
  return recipe;
}

Recipe at_dpi(int dpi, Recipe recipe) {
  recipe.dpi = dpi;
  return recipe;
}

const Sample& a_sample(const Recipe& recipe) {
  static std::map<decltype(key(recipe)), Sample> drawn;
  const auto known = drawn.find(key(recipe));
  return known != drawn.end() ? known->second
                              : drawn.emplace(key(recipe), samples::make(recipe)).first->second;
}

const Sample& a_sample(samples::DocumentKind document, const std::vector<samples::Planted>& defects,
                       std::uint64_t seed) {
  Recipe recipe = a_stamped_copy_of(document, seed);
  recipe.defects = defects;
  return a_sample(recipe);
}

pipeline::Box holder_seal(const Recipe& recipe) {
  const auto& seals = a_sample(recipe).truth.seals;
  const auto holder =
      std::ranges::find(seals, pipeline::SealRole::Holder, &samples::SealTruth::role);
  if (holder == seals.end()) throw std::logic_error("the sample bears no seal of its holder");
  return holder->box;
}

pipeline::Inspector& inspector() {
  static pipeline::Inspector only_one = [] {
    auto made = pipeline::Inspector::create(std::filesystem::path(VERMILION_SOURCE_DIR) / "models");
    if (!made) throw std::runtime_error(made.error().detail);
    return std::move(*made);
  }();
  return only_one;
}

pipeline::Report inspected(const Sample& sample, const pipeline::Plan& plan) {
  return inspector().inspect(sample.bytes, "sample." + sample.extension, plan);
}

pipeline::Plan only(std::string_view check, const Thresholds& thresholds) {
  pipeline::Plan plan;
  plan.checks.push_back({.check = std::string(check), .parameters = thresholds});
  return plan;
}

pipeline::Report checked(std::string_view check, const Recipe& recipe,
                         const Thresholds& thresholds) {
  return inspected(a_sample(recipe), only(check, thresholds));
}

std::string codes(const pipeline::Report& report) {
  std::string codes;
  for (const auto& finding : report.findings) {
    codes += (codes.empty() ? "" : " ") + std::string(name(finding.code));
  }
  return codes;
}

double overlap(const pipeline::Box& a, const pipeline::Box& b) {
  const auto shared = [](int from_a, int length_a, int from_b, int length_b) {
    const int begin = std::max(from_a, from_b);
    const int end = std::min(from_a + length_a, from_b + length_b);
    return static_cast<double>(std::max(0, end - begin));
  };
  const double both = shared(a.x, a.width, b.x, b.width) * shared(a.y, a.height, b.y, b.height);
  const double all =
      static_cast<double>(a.width) * a.height + static_cast<double>(b.width) * b.height - both;
  return all > 0 ? both / all : 0;
}

}  // namespace vermilion::tests
