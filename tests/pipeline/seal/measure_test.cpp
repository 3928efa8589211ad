#include "pipeline/seal/measure.hpp"

#include "samples/picture.hpp"
#include "samples/seals/impression.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <array>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

using samples::Random;
using samples::seals::Stamping;
using tests::DrawnPage;

constexpr double kDpi = 200;
constexpr double kPxPerMm = kDpi / 25.4;
constexpr double kSheetMm = 90;
constexpr double kDiameterMm = 40;
constexpr std::array<std::uint64_t, 5> kSeeds{1, 2, 3, 4, 5};

samples::Picture sheet(const cv::Vec3b& paper = {248, 248, 248}) {
  const int side = cvRound(kSheetMm * kPxPerMm);
  return samples::Picture(side, side, paper);
}

void stamp(samples::Picture& picture, const Stamping& how, std::uint64_t seed) {
  const auto design =
      samples::seals::company_seal("样州市墨舟测绘有限公司", "3699991234567", kDiameterMm);
  samples::seals::stamp(picture, kDpi, {design, {45, 45}, 5, how}, Random(seed));
}

// The seal where it was put, so that nothing but the measuring is tested.
Measurement measured(const samples::Picture& picture, bool red = true) {
  const DrawnPage page = tests::page_of(picture);
  const auto middle = static_cast<float>(kSheetMm / 2 * kPxPerMm - 0.5);
  const auto radius = static_cast<float>((kDiameterMm - 1) / 2 * kPxPerMm);
  Impression impression{
      {.centre = {middle, middle}, .half_width = radius, .half_height = radius}, {}, red};
  impression.rim.ink = 120;
  return measure(impression, {&impression, 1}, page.pyramid, page.light, kPxPerMm);
}

Measurement measured(const Stamping& how, std::uint64_t seed = 1) {
  samples::Picture picture = sheet();
  stamp(picture, how, seed);
  return measured(picture);
}

// What a measure says along a defect that grows, each as the mean over several stampings.
template <class Measure>
std::vector<double> along(double Stamping::*defect, const std::vector<double>& strengths,
                          Measure&& value) {
  std::vector<double> values;
  for (const double strength : strengths) {
    double sum = 0;
    for (const std::uint64_t seed : kSeeds) {
      Stamping how;
      how.*defect = strength;
      sum += value(measured(how, seed));
    }
    values.push_back(sum / kSeeds.size());
  }
  return values;
}

testing::AssertionResult rise(const std::vector<double>& values, double step) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] < values[i - 1] + step) {
      return testing::AssertionFailure() << testing::PrintToString(values) << " at " << i;
    }
  }
  return testing::AssertionSuccess();
}

testing::AssertionResult fall(std::vector<double> values, double step) {
  std::ranges::reverse(values);
  return rise(values, step);
}

TEST(Measure, FreshSealIsRedStrongWholeAndClean) {
  for (const std::uint64_t seed : kSeeds) {
    const Measurement m = measured(Stamping{}, seed);
    EXPECT_GT(m.redness, 0.8) << seed;
    EXPECT_GT(m.strength, 0.8) << seed;
    EXPECT_GT(m.border, 0.97) << seed;
    EXPECT_LT(m.foreign.specks, 0.001) << seed;
    EXPECT_LT(m.foreign.print_below, 0.004) << seed;
    EXPECT_LT(m.background, 0.05) << seed;
    EXPECT_NEAR(m.rim_px / kPxPerMm, 1, 0.45) << seed;
    ASSERT_TRUE(m.spread_px) << seed;
    EXPECT_LT(*m.spread_px / kPxPerMm, 0.4) << seed;
  }
}

TEST(Measure, LessInkIsLessStrength) {
  EXPECT_TRUE(fall(along(&Stamping::kept, {1, 0.7, 0.5, 0.35, 0.2, 0.1},
                         [](const Measurement& m) { return m.strength; }),
                   0.03));
}

TEST(Measure, FadedInkIsStillRed) {
  for (const double redness : along(&Stamping::kept, {1, 0.5, 0.25, 0.15},
                                    [](const Measurement& m) { return m.redness; })) {
    EXPECT_GT(redness, 0.6);
  }
}

TEST(Measure, BorderIsTheShareOfTheRimThatIsLeft) {
  const std::vector<double> lost{0, 0.15, 0.3, 0.45};
  const auto border =
      along(&Stamping::rim_lost, lost, [](const Measurement& m) { return m.border; });
  EXPECT_TRUE(fall(border, 0.05));
  for (std::size_t i = 0; i < lost.size(); ++i) EXPECT_NEAR(border[i], 1 - lost[i], 0.15) << i;
}

TEST(Measure, SofterInkHasAWiderEdge) {
  EXPECT_TRUE(rise(along(&Stamping::blur_mm, {0, 0.2, 0.35, 0.5, 0.65},
                         [](const Measurement& m) { return m.spread_px.value_or(99); }),
                   0.5));
}

TEST(Measure, MovedStampHasARimOfUnevenThickness) {
  EXPECT_TRUE(rise(along(&Stamping::smear_mm, {0, 0.8, 1.6, 2.4},
                         [](const Measurement& m) { return m.rim_swing_px; }),
                   1));
}

TEST(Measure, MoreSpecksAreMoreSpecks) {
  EXPECT_TRUE(rise(along(&Stamping::specks_per_cm2, {0, 4, 8, 16},
                         [](const Measurement& m) { return m.foreign.specks; }),
                   0.0005));
}

TEST(Measure, BackgroundIsTheTintOrTheGreyOfThePaper) {
  const auto background = [](const cv::Vec3b& paper) {
    samples::Picture picture = sheet(paper);
    stamp(picture, {}, 1);
    return measured(picture).background;
  };
  EXPECT_EQ(background({250, 250, 250}), 0);
  const std::vector<cv::Vec3b> greyer{{240, 240, 240}, {222, 222, 222}, {206, 206, 206}};
  const std::vector<cv::Vec3b> yellower{{250, 250, 245}, {250, 245, 225}, {248, 240, 212}};
  for (const auto& papers : {greyer, yellower}) {
    std::vector<double> values;
    for (const cv::Vec3b& paper : papers) values.push_back(background(paper));
    EXPECT_TRUE(rise(values, 0.1));
  }
}

TEST(Measure, TextBeneathIsCountedAsStrokesNotAsSpecks) {
  samples::Picture picture = sheet();
  cv::Mat1b text(picture.size(), uchar{248});
  for (const float y : {270.0F, 310.0F, 350.0F, 390.0F}) {
    tests::draw(text, {{354, y}, 600, 26}, 30);
  }
  cv::cvtColor(text, picture, cv::COLOR_GRAY2RGB);
  stamp(picture, {}, 1);
  const Measurement m = measured(picture);
  EXPECT_GE(m.foreign.strokes_below, 20);
  EXPECT_GT(m.foreign.print_below, 0.02);
  EXPECT_LT(m.foreign.specks, 0.004);
}

TEST(Measure, BlackInkIsNotRed) {
  Stamping how;
  how.colour = samples::seals::kToner;
  samples::Picture picture = sheet();
  stamp(picture, how, 1);
  const Measurement m = measured(picture, /*red=*/false);
  EXPECT_LT(m.redness, 0.05);
  EXPECT_GT(m.strength, 0.8);
  EXPECT_GT(m.border, 0.95);
}

TEST(Measure, BlankPaperMeasuresAsNothing) {
  const Measurement m = measured(sheet());
  EXPECT_LT(m.strength, 0.05);
  EXPECT_EQ(m.border, 0);
  EXPECT_FALSE(m.spread_px);
}

TEST(Measure, SealThatReachesOverTheEdgeIsMeasuredWithoutIt) {
  samples::Picture picture = sheet();
  stamp(picture, {}, 1);
  const samples::Picture cut = picture(cv::Rect(0, 0, picture.cols, picture.rows * 2 / 3)).clone();
  const Measurement m = measured(cut);
  EXPECT_GT(m.border, 0.6);
  EXPECT_GT(m.strength, 0.6);
}

}  // namespace
}  // namespace vermilion::pipeline::seal
