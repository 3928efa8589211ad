#include "pipeline/page/scale.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace vermilion::pipeline::page {
namespace {

struct Case {
  const char* situation;
  KnownLengths known;
  ScaleSource source;
  double dpi;
};
void PrintTo(const Case& each, std::ostream* out) {
  *out << each.situation;
}

class ScaleOf : public testing::TestWithParam<Case> {};

TEST_P(ScaleOf, IsReadOffTheBestLengthThatIsKnown) {
  const Scale scale = scale_of(GetParam().known);
  EXPECT_EQ(scale.source, GetParam().source);
  if (GetParam().source == ScaleSource::Unknown) {
    EXPECT_FALSE(scale.dpi);
  } else {
    ASSERT_TRUE(scale.dpi);
    EXPECT_NEAR(*scale.dpi, GetParam().dpi, 0.005 * GetParam().dpi);
  }
}

using enum ScaleSource;

INSTANTIATE_TEST_SUITE_P(
    Scale, ScaleOf,
    testing::Values(
        Case{"A4At200", {.width_px = 1654, .height_px = 2339}, Page, 200},
        Case{"A4Lying", {.width_px = 2339, .height_px = 1654}, Page, 200},
        Case{"A4At300Trimmed", {.width_px = 2460, .height_px = 3490}, Page, 298.5},
        Case{"SheetBeforeSealAndTag",
             {.width_px = 1240, .height_px = 1754, .seal_ring_px = 500, .density_tag_dpi = 600},
             Page,
             150},
        Case{"PhotoWithTheProportionsOfA4",
             {.width_px = 1240, .height_px = 1754, .flat = false},
             Unknown,
             0},
        Case{"LetterPaper", {.width_px = 1700, .height_px = 2200}, Unknown, 0},
        Case{"SealInACutOut", {.width_px = 800, .height_px = 800, .seal_ring_px = 315}, Seal, 200},
        Case{"SealBeforeTag",
             {.width_px = 800, .height_px = 800, .seal_ring_px = 472.4, .density_tag_dpi = 96.5},
             Seal,
             300},
        Case{"SealInAPhoto",
             {.width_px = 1240, .height_px = 1754, .flat = false, .seal_ring_px = 236.2},
             Seal,
             150},
        Case{"OnlyTheTag",
             {.width_px = 800, .height_px = 800, .density_tag_dpi = 300},
             DensityTag,
             300},
        Case{
            "TagOfAScreen", {.width_px = 800, .height_px = 800, .density_tag_dpi = 96}, Unknown, 0},
        Case{"TagOfAnOldScreen",
             {.width_px = 800, .height_px = 800, .density_tag_dpi = 72.009},
             Unknown,
             0},
        Case{"Nothing", {.width_px = 800, .height_px = 800}, Unknown, 0}),
    [](const auto& each) { return each.param.situation; });

TEST(Scale, LengthOnPaperNeedsADensity) {
  EXPECT_FALSE(Scale{}.mm(100));
  EXPECT_DOUBLE_EQ((Scale{.dpi = 254.0, .source = Page}.mm(100).value()), 10);
}

}  // namespace
}  // namespace vermilion::pipeline::page
