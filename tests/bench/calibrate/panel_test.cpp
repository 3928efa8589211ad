#include "bench/calibrate/panel.hpp"

#include <gmock/gmock.h>

namespace vermilion::calibrate {
namespace {

using testing::ElementsAre;

TEST(SpreadOut, LabelsThatDoNotTouchStayWhereTheyWantToBe) {
  EXPECT_THAT(spread_out({10, 50, 90}, 30, 0, 100), ElementsAre(10, 50, 90));
}

TEST(SpreadOut, LabelsAtOneHeightMakeRoomForEachOther) {
  EXPECT_THAT(spread_out({50, 50, 50}, 20, 0, 100), ElementsAre(50, 70, 90));
}

TEST(SpreadOut, LabelsAtTheBottomAreLiftedFromIt) {
  EXPECT_THAT(spread_out({100, 100, 100}, 20, 0, 100), ElementsAre(60, 80, 100));
  EXPECT_THAT(spread_out({0, 100, 100}, 20, 0, 100), ElementsAre(0, 80, 100));
}

}  // namespace
}  // namespace vermilion::calibrate
