#include "bench/evaluate/cascade.hpp"

#include "pipeline/qr/ladder.hpp"
#include "tests/bench/evaluate/inspected.hpp"

#include <gtest/gtest.h>

namespace vermilion::evaluate {
namespace {

const Labelled kImage{.category = "licence"};

const Attempt& by(const std::string& name, const std::vector<Attempt>& attempts) {
  for (const Attempt& attempt : attempts) {
    if (attempt.by == name) return attempt;
  }
  ADD_FAILURE() << "no " << name;
  return attempts.front();
}

// One code from the symbol, one from the trained reader, none from the third.
std::vector<Inspected> three_inspections() {
  std::vector<Inspected> three{
      an_inspection(kImage, {{"decode", 6}, {"qr", 1}, {"qr region", 3}, {"credit code", 2}}),
      an_inspection(kImage, {{"qr", 1},
                             {"qr region", 2},
                             {"qr region 2x", 5},
                             {"credit code", 4},
                             {"trained reader", 30}}),
      an_inspection(kImage, {{"decode", 6}}, 40)};
  three[0].report.facts.credit_code = a_code("A", "qr");
  three[0].report.facts.qr = std::vector{pipeline::QrFact{.text = "x", .read_by = "region"}};
  three[1].report.facts.credit_code = a_code("B", "trained");
  three[1].report.facts.qr.emplace();
  return three;
}

TEST(Cascade, ReaderIsCountedWhereItRanAndWhereItGaveTheCode) {
  const auto readers = readers_of_codes(three_inspections());
  ASSERT_EQ(readers.size(), 4U);
  EXPECT_EQ(by("qr", readers).ran, 2);
  EXPECT_EQ(by("qr", readers).gave, 1);
  EXPECT_EQ(by("light", readers).ran, 2);
  EXPECT_EQ(by("light", readers).gave, 0);
  EXPECT_EQ(by("trained", readers).ran, 1);
  EXPECT_EQ(by("trained", readers).gave, 1);
  EXPECT_EQ(by("tesseract", readers).ran, 0);
}

TEST(Cascade, ReaderCostsTheMeanOfItsRunsItsRungsIncluded) {
  const auto readers = readers_of_codes(three_inspections());
  EXPECT_DOUBLE_EQ(by("qr", readers).mean_ms(), 6);
  EXPECT_DOUBLE_EQ(by("light", readers).mean_ms(), 3);
  EXPECT_DOUBLE_EQ(by("trained", readers).mean_ms(), 30);
  EXPECT_EQ(by("tesseract", readers).mean_ms(), 0);
}

TEST(Cascade, ShareIsOfAllInspectionsTogether) {
  const auto three = three_inspections();
  EXPECT_DOUBLE_EQ(share_pct(by("trained", readers_of_codes(three)), three), 30);
  EXPECT_EQ(share_pct(by("trained", readers_of_codes({})), {}), 0);
}

TEST(Cascade, RungIsCountedApartFromThoseWhoseNameBeginsWithIts) {
  const auto rungs = rungs_of_ladder(three_inspections());
  ASSERT_EQ(rungs.size(), pipeline::qr::rungs().size());
  EXPECT_EQ(by("region", rungs).ran, 2);
  EXPECT_EQ(by("region", rungs).gave, 1);
  EXPECT_DOUBLE_EQ(by("region", rungs).mean_ms(), 2.5);
  EXPECT_EQ(by("region_2x", rungs).ran, 1);
  EXPECT_EQ(by("region_2x", rungs).gave, 0);
  EXPECT_DOUBLE_EQ(by("region_2x", rungs).mean_ms(), 5);
}

TEST(Cascade, StagesComeFromTheDearestOfAllOn) {
  const auto stages = stages_of(three_inspections());
  ASSERT_EQ(stages.size(), 6U);
  EXPECT_EQ(stages.front().by, "trained reader");
  EXPECT_EQ(stages[1].by, "decode");
  EXPECT_EQ(stages[1].ran, 2);
  EXPECT_DOUBLE_EQ(stages[1].mean_ms(), 6);
  EXPECT_EQ(stages.back().by, "qr");
}

}  // namespace
}  // namespace vermilion::evaluate
