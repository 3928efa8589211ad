#include "service/cases/recipe.hpp"

#include "samples/defects.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::cases {
namespace {

using samples::Copy;
using samples::Defect;

TEST(CaseRecipe, IsWhatTheSampleSays) {
  const auto recipe = recipe_of({.document = "id_card",
                                 .seed = 7,
                                 .in_colour = true,
                                 .dpi = 150,
                                 .defects = {{"seal_faded", 0.2}, {"skew", 3}}});
  ASSERT_TRUE(recipe) << recipe.error();
  EXPECT_EQ(recipe->document, samples::DocumentKind::IdCard);
  EXPECT_EQ(recipe->copy, Copy::Colour);
  EXPECT_EQ(recipe->seed, 7u);
  EXPECT_EQ(recipe->dpi, 150);
  EXPECT_EQ(strength(*recipe, Defect::SealFaded), 0.2);
  EXPECT_EQ(strength(*recipe, Defect::Skew), 3);
  EXPECT_EQ(recipe_of({.document = "id_card"})->copy, Copy::BlackAndWhite);
}

TEST(CaseRecipe, DefectTheDocumentCannotHaveIsRefused) {
  const auto recipe = recipe_of({.document = "id_card", .defects = {{"code_wrong", 1}}});
  ASSERT_FALSE(recipe);
  EXPECT_EQ(recipe.error(),
            "id_card, code_wrong: none of the documents can have all these defects");
}

TEST(CaseRecipe, DefectsThatExcludeEachOtherAreRefused) {
  const auto recipe =
      recipe_of({.document = "seal_sheet", .defects = {{"seal_missing", 1}, {"seal_faded", 0.2}}});
  ASSERT_FALSE(recipe);
  EXPECT_NE(recipe.error().find("exclude each other"), std::string::npos) << recipe.error();
}

// Every defect at both ends of its range, and beyond.
TEST(CaseRecipe, StrengthIsOneTheDefectIsDrawnAt) {
  for (const auto& row : samples::defects()) {
    const bool of_a_card = row.needs == samples::Needs::Card;
    const std::string document = of_a_card ? "id_card" : "business_licence_2019";
    const auto at = [&](double strength) {
      return recipe_of({.document = document, .defects = {{std::string(row.id), strength}}});
    };
    EXPECT_TRUE(at(row.mildest)) << row.id;
    EXPECT_TRUE(at(row.strongest)) << row.id;
    EXPECT_FALSE(at(row.mildest / 2)) << row.id;
    EXPECT_FALSE(at(row.strongest * 2)) << row.id;
  }
}

}  // namespace
}  // namespace vermilion::service::cases
