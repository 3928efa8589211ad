#include "samples/defects.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace vermilion::samples {
namespace {

TEST(Defects, IdsAreUniqueAndLeadBackToTheirDefect) {
  std::set<std::string_view> ids;
  for (const auto& row : defects()) {
    EXPECT_TRUE(ids.insert(row.id).second) << row.id;
    EXPECT_EQ(defect_named(row.id), row.defect);
    EXPECT_EQ(&describe(row.defect), &row);
  }
  EXPECT_EQ(defect_named("no_such_defect"), std::nullopt);
}

TEST(Defects, RangesRunFromMildToStrong) {
  for (const auto& row : defects()) {
    EXPECT_LE(row.mildest, row.strongest) << row.id;
    EXPECT_GT(row.mildest, 0) << row.id;
    EXPECT_FALSE(row.summary.empty()) << row.id;
  }
}

TEST(Defects, CompatibilityIsMutualAndNeverWithItself) {
  for (const auto& a : defects()) {
    EXPECT_FALSE(compatible(a.defect, a.defect)) << a.id;
    for (const auto& b : defects()) {
      EXPECT_EQ(compatible(a.defect, b.defect), compatible(b.defect, a.defect))
          << a.id << " " << b.id;
    }
  }
}

TEST(Defects, ThoseDrawnByChanceLeadTheList) {
  const auto by_chance = defects_by_chance();
  ASSERT_LT(by_chance.size(), defects().size());
  EXPECT_EQ(by_chance.data(), defects().data());
  EXPECT_EQ(by_chance.back().defect, Defect::Bmp);
}

TEST(Defects, OneFileOneTurnOneShot) {
  EXPECT_FALSE(compatible(Defect::Bmp, Defect::Progressive));
  EXPECT_FALSE(compatible(Defect::Turn90, Defect::Turn180));
  EXPECT_FALSE(compatible(Defect::Photo, Defect::Screenshot));
  EXPECT_TRUE(compatible(Defect::Photo, Defect::Turn90));
}

TEST(Defects, SealThatIsMissingHasNoFaults) {
  EXPECT_FALSE(compatible(Defect::SealMissing, Defect::SealFaded));
  EXPECT_FALSE(compatible(Defect::SealOverCode, Defect::SealMissing));
  EXPECT_TRUE(compatible(Defect::SealMissing, Defect::Blur));
  EXPECT_TRUE(compatible(Defect::SealFaded, Defect::SealSmeared));
}

}  // namespace
}  // namespace vermilion::samples
