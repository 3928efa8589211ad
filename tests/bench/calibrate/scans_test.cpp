#include "bench/calibrate/scans.hpp"

#include <gmock/gmock.h>

#include <set>

namespace vermilion::calibrate {
namespace {

using samples::Defect;

constexpr Planting kBlurOrSkew[] = {{Defect::Blur, 0.1, 0.5}, {Defect::Skew, 4, 8}};

TEST(Scans, DefectsComeInTurnAndTheirStrengthsRunFromEndToEnd) {
  double blur = 0.1;
  double skew = 4;
  for (int i = 0; i < 20; ++i) {
    const auto recipe = with_defect(kBlurOrSkew, i, 20, 100 + static_cast<unsigned>(i));
    ASSERT_EQ(recipe.defects.size(), 1u);
    const auto& [defect, strength] = recipe.defects.front();
    EXPECT_EQ(defect, i % 2 == 0 ? Defect::Blur : Defect::Skew);
    double& last = i % 2 == 0 ? blur : skew;
    EXPECT_GT(strength, last);
    EXPECT_LT(strength, i % 2 == 0 ? 0.5 : 8);
    last = strength;
  }
  EXPECT_NEAR(blur, 0.48, 1e-9);
  EXPECT_NEAR(skew, 7.8, 1e-9);
}

TEST(Scans, PlaceAmongStrengthsCoversThirdsAlike) {
  int mild = 0;
  int strong = 0;
  for (int i = 0; i < 60; ++i) {
    const double place = place_among_strengths(kBlurOrSkew, i, 60);
    mild += place < 1.0 / 3 ? 1 : 0;
    strong += place > 2.0 / 3 ? 1 : 0;
  }
  EXPECT_EQ(mild, 20);
  EXPECT_EQ(strong, 20);
}

TEST(Scans, SoundOnesAreCleanOrAcceptedAllTheSame) {
  const std::set<Defect> harmless{Defect::Turn90,      Defect::Turn180,    Defect::Turn270,
                                  Defect::Progressive, Defect::PngPalette, Defect::Watermark};
  std::set<Defect> met;
  int clean = 0;
  for (int i = 0; i < 96; ++i) {
    const auto recipe = sound(i, static_cast<unsigned>(i));
    clean += recipe.defects.empty() ? 1 : 0;
    for (const auto& planted : recipe.defects) met.insert(planted.defect);
  }
  EXPECT_EQ(clean, 48);
  EXPECT_EQ(met, harmless);
}

TEST(Scans, SameSeedGivesTheSameRecipe) {
  const auto one = with_defect(kBlurOrSkew, 3, 10, 77);
  const auto other = with_defect(kBlurOrSkew, 3, 10, 77);
  EXPECT_EQ(one.document, other.document);
  EXPECT_EQ(one.seed, other.seed);
  EXPECT_EQ(one.defects, other.defects);
}

}  // namespace
}  // namespace vermilion::calibrate
