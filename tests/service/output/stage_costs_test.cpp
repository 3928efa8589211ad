#include "service/output/stage_costs.hpp"

#include "tests/support/outcomes.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::output {
namespace {

batch::Outcome with_costs(std::vector<pipeline::StageCost> costs) {
  auto report = tests::a_readable_report("a.jpg");
  report.costs = std::move(costs);
  return tests::reviewed(report);
}

TEST(StageCosts, AreSummedOverTheBatchDearestFirst) {
  StageCosts costs;
  costs.add(with_costs({{"decode", 1, 6'000'000}, {"seal", 1, 1'000'000}}));
  costs.add(with_costs({{"decode", 1, 8'000'000}, {"qr", 2, 5'000'000}}));
  costs.add(tests::unreadable("gone.jpg", "gone"));
  EXPECT_EQ(costs.table(),
            "stage                    runs     total ms    share    ms/scan\n"
            "decode                      2         14.0    70.0%      7.000\n"
            "qr                          2          5.0    25.0%      2.500\n"
            "seal                        1          1.0     5.0%      0.500\n"
            "all                         5         20.0   100.0%     10.000\n");
}

TEST(StageCosts, EquallyDearStagesStandByName) {
  StageCosts costs;
  costs.add(with_costs({{"seal", 1, 1'000'000}, {"qr", 1, 1'000'000}}));
  EXPECT_LT(costs.table().find("qr"), costs.table().find("seal"));
}

TEST(StageCosts, NoScanHasNoTableAndNoStageNoShare) {
  StageCosts costs;
  EXPECT_EQ(costs.table(), "");
  costs.add(with_costs({}));
  EXPECT_EQ(costs.table(),
            "stage                    runs     total ms    share    ms/scan\n"
            "all                         0          0.0     0.0%      0.000\n");
}

}  // namespace
}  // namespace vermilion::service::output
