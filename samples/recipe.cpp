#include "samples/recipe.hpp"

#include "samples/documents/catalogue.hpp"
#include "samples/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace vermilion::samples {
namespace {

bool fits(const Recipe& recipe, Defect defect) {
  if (!documents::describe(recipe.document).admits(defect)) return false;
  return std::ranges::all_of(
      recipe.defects, [&](const Planted& planted) { return compatible(planted.defect, defect); });
}

void plant(Recipe& recipe, Defect defect, Random& random) {
  if (!fits(recipe, defect)) return;
  const DefectDescription& row = describe(defect);
  recipe.defects.push_back({defect, random.uniform(row.mildest, row.strongest)});
}

// The documents wished for, or all that are drawn at random, that go with every wished defect.
std::vector<DocumentKind> candidates(const Wishes& wishes) {
  std::vector<DocumentKind> kinds = wishes.documents;
  if (kinds.empty()) {
    for (const auto& row : documents::catalogue()) {
      if (row.at_random()) kinds.push_back(row.kind);
    }
  }
  std::erase_if(kinds, [&](DocumentKind kind) {
    return !std::ranges::all_of(
        wishes.defects, [&](Defect defect) { return documents::describe(kind).admits(defect); });
  });
  return kinds;
}

}  // namespace

std::optional<double> strength(const Recipe& recipe, Defect defect) {
  const auto planted = std::ranges::find(recipe.defects, defect, &Planted::defect);
  if (planted == recipe.defects.end()) return std::nullopt;
  return planted->strength;
}

Recipe random_recipe(std::uint64_t seed, const Wishes& wishes) {
  assert(conflict(wishes).empty());
  const Random root(seed);
  Random what = root.child("document");
  Recipe recipe{.document = what.choose(candidates(wishes)),
                // The stamped black-and-white copy is what applicants are asked for.
                .copy = what.chance(0.6) ? Copy::BlackAndWhite : Copy::Colour,
                .dpi = wishes.dpi,
                .seed = seed,
                .composition = wishes.composition,
                .frame = wishes.frame};
  Random strengths = root.child("defects");
  for (const Defect defect : wishes.defects) plant(recipe, defect, strengths);
  Random more = root.child("further defects");
  const int further = more.integer(0, wishes.further_defects_max);
  for (int i = 0; i < further; ++i) plant(recipe, more.choose(defects_by_chance()).defect, more);
  return recipe;
}

std::string conflict(const Wishes& wishes) {
  for (std::size_t i = 0; i < wishes.defects.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const Defect a = wishes.defects[k];
      const Defect b = wishes.defects[i];
      if (!compatible(a, b)) {
        return fmt::format("{} and {} exclude each other", describe(a).id, describe(b).id);
      }
    }
  }
  return candidates(wishes).empty() ? "none of the documents can have all these defects" : "";
}

}  // namespace vermilion::samples
