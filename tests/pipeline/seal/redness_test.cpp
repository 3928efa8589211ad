#include "pipeline/seal/redness.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

namespace vermilion::pipeline::seal {
namespace {

using Rgb = std::array<double, 3>;

constexpr Rgb kPaper{247, 247, 247};
constexpr Rgb kInk{204, 36, 43};  // fresh seal paste

struct Chroma {
  double cb;
  double cr;
};

// JFIF 1.02, page 3.
Chroma chroma_of(const Rgb& p) {
  return {128 - 0.168736 * p[0] - 0.331264 * p[1] + 0.5 * p[2],
          128 + 0.5 * p[0] - 0.418688 * p[1] - 0.081312 * p[2]};
}

cv::Mat1b pixel(double value) {
  return cv::Mat1b(1, 1, static_cast<uchar>(std::clamp(std::lround(value), 0L, 255L)));
}

int redness_of(const Rgb& colour, const Rgb& paper = kPaper) {
  const Chroma here = chroma_of(colour);
  const Chroma tint = chroma_of(paper);
  const page::Light light{.tint_cb = std::round(tint.cb), .tint_cr = std::round(tint.cr)};
  return redness(pixel(here.cb), pixel(here.cr), light).at<uchar>(0, 0);
}

// Ink that covers a share of the paper beneath it.
Rgb covered(double share, const Rgb& paper = kPaper) {
  Rgb mixed;
  for (std::size_t i = 0; i < 3; ++i) {
    mixed[i] = share * kInk[i] * paper[i] / kPaper[i] + (1 - share) * paper[i];
  }
  return mixed;
}

struct Named {
  const char* name;
  Rgb colour;
};
void PrintTo(const Named& named, std::ostream* out) {
  *out << named.name;
}

class SealInk : public testing::TestWithParam<Named> {};

TEST_P(SealInk, IsRed) {
  EXPECT_GE(redness_of(GetParam().colour), 40);
}

INSTANTIATE_TEST_SUITE_P(Redness, SealInk,
                         testing::Values(Named{"fresh", kInk}, Named{"half", covered(0.5)},
                                         Named{"quarter", covered(0.25)},
                                         Named{"emblem", {202, 42, 30}},
                                         Named{"orange_pad", {214, 68, 39}},
                                         Named{"purplish_old_ink", {151, 40, 81}},
                                         Named{"dark_red", {110, 20, 22}}),
                         [](const auto& ink) { return ink.param.name; });

TEST(NearRedness, TakesInTheNeighbouringHues) {
  for (const Rgb& colour : {Rgb{122, 32, 108}, Rgb{238, 150, 78}, kInk}) {
    const Chroma here = chroma_of(colour);
    EXPECT_GE(near_redness(pixel(here.cb), pixel(here.cr), {}).at<uchar>(0, 0), 40) << colour[0];
  }
  for (const Rgb& colour : {Rgb{222, 170, 120}, Rgb{200, 40, 200}, Rgb{191, 152, 61}}) {
    const Chroma here = chroma_of(colour);
    EXPECT_EQ(near_redness(pixel(here.cb), pixel(here.cr), {}).at<uchar>(0, 0), 0) << colour[0];
  }
}

class OtherColour : public testing::TestWithParam<Named> {};

TEST_P(OtherColour, IsNotRed) {
  EXPECT_EQ(redness_of(GetParam().colour), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Redness, OtherColour,
    testing::Values(Named{"paper", kPaper}, Named{"black", {20, 20, 20}},
                    Named{"grey", {128, 128, 128}}, Named{"gold", {191, 152, 61}},
                    Named{"skin", {222, 170, 120}}, Named{"blue_pen", {30, 40, 160}},
                    Named{"green", {40, 140, 60}}, Named{"magenta", {200, 40, 200}},
                    Named{"yellow", {250, 230, 40}}),
    [](const auto& colour) { return colour.param.name; });

TEST(Redness, FaintInkStaysVisibleDownToAnEighth) {
  // Saturation of 43 and more, the usual bound, ends at a quarter.
  EXPECT_GE(redness_of(covered(0.15)), 20);
  EXPECT_GE(redness_of(covered(0.125)), 16);
}

TEST(Redness, MoreInkIsNeverLessRed) {
  int before = 0;
  for (int percent = 5; percent <= 100; percent += 5) {
    const int red = redness_of(covered(percent / 100.0));
    EXPECT_GE(red, before) << percent;
    before = red;
  }
}

class TintedPaper : public testing::TestWithParam<Named> {};

TEST_P(TintedPaper, IsNoInkItselfAndHidesNone) {
  const Rgb& paper = GetParam().colour;
  EXPECT_LE(redness_of(paper, paper), 2);
  EXPECT_GE(redness_of(covered(0.25, paper), paper), 24);
  EXPECT_GE(redness_of(covered(1, paper), paper), 100);
}

TEST(Redness, BlackInkOnBluishOrYellowPaperIsNotRed) {
  for (const Rgb& paper : {Rgb{170, 215, 247}, Rgb{233, 222, 188}}) {
    for (const double share : {0.3, 0.6, 1.0}) {
      const Rgb grey{paper[0] * (1 - 0.9 * share), paper[1] * (1 - 0.9 * share),
                     paper[2] * (1 - 0.9 * share)};
      EXPECT_LE(redness_of(grey, paper), 12) << paper[0] << ' ' << share;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Redness, TintedPaper,
                         testing::Values(Named{"yellowed", {233, 222, 188}},
                                         Named{"pink", {245, 225, 225}},
                                         Named{"bluish", {215, 225, 245}},
                                         Named{"grey", {180, 180, 180}}),
                         [](const auto& paper) { return paper.param.name; });

TEST(Redness, EveryPixelIsJudgedByItself) {
  const Chroma ink = chroma_of(kInk);
  cv::Mat1b cb(3, 5, uchar{128});
  cv::Mat1b cr(3, 5, uchar{128});
  cb(1, 2) = pixel(ink.cb)(0, 0);
  cr(1, 2) = pixel(ink.cr)(0, 0);
  const cv::Mat red = redness(cb, cr, {});
  EXPECT_EQ(cv::countNonZero(red), 1);
  EXPECT_GT(red.at<uchar>(1, 2), 150);
}

}  // namespace
}  // namespace vermilion::pipeline::seal
