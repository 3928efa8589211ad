#include "samples/recipe.hpp"

#include "samples/documents/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace vermilion::samples {
namespace {

TEST(Recipe, WithoutWishesIsCleanAndOfAnyRealDocument) {
  std::set<DocumentKind> drawn;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const Recipe recipe = random_recipe(seed, {});
    EXPECT_TRUE(recipe.defects.empty());
    EXPECT_TRUE(documents::describe(recipe.document).at_random());
    drawn.insert(recipe.document);
  }
  const auto candidates = std::ranges::count_if(documents::catalogue(),
                                                [](const auto& row) { return row.at_random(); });
  EXPECT_EQ(static_cast<std::ptrdiff_t>(drawn.size()), candidates);
}

TEST(Recipe, EveryWishedDefectIsPlantedWithinItsRange) {
  for (const auto& row : defects()) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const Recipe recipe = random_recipe(seed, {.defects = {row.defect}});
      const auto planted = strength(recipe, row.defect);
      ASSERT_TRUE(planted) << row.id;
      EXPECT_GE(*planted, row.mildest) << row.id;
      EXPECT_LE(*planted, row.strongest) << row.id;
      EXPECT_TRUE(documents::describe(recipe.document).admits(row.defect)) << row.id;
    }
  }
}

TEST(Recipe, FurtherDefectsGoTogetherAndWithTheDocument) {
  std::size_t most = 0;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const Recipe recipe = random_recipe(seed, {.further_defects_max = 6});
    most = std::max(most, recipe.defects.size());
    for (const Planted& a : recipe.defects) {
      EXPECT_TRUE(documents::describe(recipe.document).admits(a.defect));
      for (const Planted& b : recipe.defects) {
        EXPECT_TRUE(a == b || compatible(a.defect, b.defect));
      }
    }
  }
  EXPECT_GE(most, 4u);
}

TEST(Recipe, WishesThatConflictAreNamed) {
  EXPECT_EQ(conflict({}), "");
  EXPECT_EQ(conflict({.defects = {Defect::Blur, Defect::Noise}}), "");
  EXPECT_NE(conflict({.defects = {Defect::Bmp, Defect::Cmyk}}).find("bmp and cmyk"),
            std::string::npos);
  EXPECT_NE(conflict({.documents = {DocumentKind::IdCard}, .defects = {Defect::CodeWrong}}), "");
  EXPECT_NE(
      conflict({.documents = {DocumentKind::ElectronicLicence}, .defects = {Defect::SealFaded}}),
      "");
}

}  // namespace
}  // namespace vermilion::samples
