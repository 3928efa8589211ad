#include "bench/evaluate/turns.hpp"

#include "samples/encode/jpeg.hpp"
#include "tests/bench/evaluate/inspected.hpp"
#include "tests/support/a_sample.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace vermilion::evaluate {
namespace {

const Labelled kShown{.category = "licence", .labels = {{"credit_code", "A"}}};
const Labelled kHidden{.category = "licence_no_code"};

TEST(TurnFigures, CountCodesOfThoseThatShowOneAndClaimsOfThoseThatDoNot) {
  TurnFigures figures;
  auto one = an_inspection(kShown, {}, 10);
  figures.count(one);
  one.report.facts.credit_code = a_code("A", "light");
  figures.count(one);
  one.report.facts.credit_code = a_code("B", "light");
  figures.count(one);
  auto other = an_inspection(kHidden, {}, 20);
  figures.count(other);
  other.report.facts.credit_code = a_code("A", "qr");
  figures.count(other);
  other.report.facts.credit_code = a_code("A", "trained");
  figures.count(other);
  EXPECT_EQ(figures.claims.exact, 1);
  EXPECT_EQ(figures.claims.wrong, 1);
  EXPECT_EQ(figures.claims.absent, 1);
  EXPECT_EQ(figures.no_code, 3);
  EXPECT_EQ(figures.from_print, 1);
  EXPECT_EQ(figures.cpu_ms, (std::vector<double>{10, 10, 10, 20, 20, 20}));
}

TEST(TurnFigures, EveryLicenceIsReadLyingEachOfFourWays) {
  const samples::Sample& sample = tests::a_sample(tests::a_stamped_copy());
  const tests::TemporaryFolder folder;
  const auto path =
      folder.write("licence." + sample.extension,
                   {reinterpret_cast<const char*>(sample.bytes.data()), sample.bytes.size()});
  const auto no_picture = folder.write("none.jpg", "GIF89a");
  const std::vector<Labelled> images{
      {.path = path,
       .file = "licence." + sample.extension,
       .category = "licence",
       .labels = {{"credit_code", sample.truth.code_printed.value()}}},
      {.path = no_picture, .file = "none.jpg", .category = "licence_no_code", .labels = {}}};
  Inspections inspections(tests::inspector(), images);
  const auto turns = figures_by_turn(tests::inspector(), inspections);
  ASSERT_EQ(turns.size(), 4U);
  for (const TurnFigures& turn : turns) {
    EXPECT_EQ(turn.claims.exact, 1) << turn.clockwise_deg;
    EXPECT_EQ(turn.not_turned, turn.clockwise_deg == 0 ? 0 : 1) << turn.clockwise_deg;
  }
}

}  // namespace
}  // namespace vermilion::evaluate
