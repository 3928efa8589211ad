#include "bench/calibrate/thresholds.hpp"

#include "pipeline/checks/catalogue.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vermilion::calibrate {
namespace {

TEST(Thresholds, EveryParameterOfEveryCheckHasOneRow) {
  for (const auto& check : pipeline::check_descriptions()) {
    for (const auto& parameter : check.parameters) {
      EXPECT_EQ(std::ranges::count_if(thresholds(),
                                      [&](const Threshold& row) {
                                        return row.check == check.id &&
                                               row.parameter == parameter.name;
                                      }),
                1)
          << check.id << " " << parameter.name;
    }
  }
}

TEST(Thresholds, OtherParametersOfTheCheckStandAsideAtAnEnd) {
  for (const Threshold& row : thresholds()) {
    for (const auto& other : check_of(row).parameters) {
      if (other.name == row.parameter) continue;
      const auto aside = row.aside.find(other.name);
      ASSERT_NE(aside, row.aside.end()) << row.check << " " << other.name;
      EXPECT_THAT(aside->second, testing::AnyOf(other.min, other.max)) << row.check;
    }
  }
}

TEST(Thresholds, StrengthsFallWhereTheySayWhatIsLeft) {
  using samples::Defect;
  for (const Threshold& row : thresholds()) {
    for (const Planting& planting : row.defects) {
      const bool left = planting.defect == Defect::Lowres || planting.defect == Defect::SealFaded ||
                        planting.defect == Defect::SealPrinted;
      EXPECT_TRUE(left ? planting.mildest > planting.strongest
                       : planting.mildest <= planting.strongest)
          << row.check;
    }
  }
}

}  // namespace
}  // namespace vermilion::calibrate
