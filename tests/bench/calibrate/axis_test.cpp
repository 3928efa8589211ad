#include "bench/calibrate/axis.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vermilion::calibrate {
namespace {

using testing::DoubleNear;
using testing::Pointwise;

struct Range {
  double min;
  double max;
  bool logarithmic;
  std::vector<double> ticks;
};
void PrintTo(const Range& range, std::ostream* out) {
  *out << range.min << " to " << range.max;
}

class Ranges : public testing::TestWithParam<Range> {};

TEST_P(Ranges, TicksAreRoundAndFew) {
  const Axis axis(GetParam().min, GetParam().max);
  EXPECT_EQ(axis.logarithmic(), GetParam().logarithmic);
  EXPECT_THAT(axis.ticks(), Pointwise(testing::DoubleEq(), GetParam().ticks));
}

TEST_P(Ranges, ValuesRiseEvenlyFromEndToEnd) {
  const auto& [min, max, logarithmic, ticks] = GetParam();
  const Axis axis(min, max);
  const double also = min + (max - min) * 0.123;
  const auto values = axis.values(50, also);
  ASSERT_EQ(values.size(), 52u);
  EXPECT_TRUE(std::ranges::is_sorted(values));
  EXPECT_NE(std::ranges::find(values, also), values.end());
  EXPECT_DOUBLE_EQ(values.front(), min);
  EXPECT_DOUBLE_EQ(values.back(), max);
  EXPECT_NEAR(axis.place(values.front()), 0, 1e-12);
  EXPECT_NEAR(axis.place(values.back()), 1, 1e-12);
  for (std::size_t i = 1; i < values.size(); ++i) {
    EXPECT_LE(axis.place(values[i]) - axis.place(values[i - 1]), 1.0 / 50 + 1e-9) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Axis, Ranges,
                         testing::Values(Range{0, 1, false, {0, 0.2, 0.4, 0.6, 0.8, 1}},
                                         Range{0, 20, false, {0, 5, 10, 15, 20}},
                                         Range{0, 255, false, {0, 50, 100, 150, 200, 250}},
                                         Range{50, 1200, true, {50, 100, 200, 500, 1000}},
                                         Range{0.1, 2, true, {0.1, 0.2, 0.5, 1, 2}},
                                         Range{1, 10, true, {1, 2, 5, 10}},
                                         Range{1e-4, 1, true, {1e-4, 1e-3, 1e-2, 0.1, 1}}));

TEST(Axis, ValueThatIsOnTheGridStandsThereOnce) {
  EXPECT_EQ(Axis(0, 1).values(4, 0.5), (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
}

}  // namespace
}  // namespace vermilion::calibrate
