#include "pipeline/page/skew.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace vermilion::pipeline::page {
namespace {

const cv::Size kPage(1240, 1754);

double skew(const cv::Mat1b& luma) {
  return skew_of(tests::page_of(luma).lines);
}

TEST(Skew, SlopeOfAPageOfTextIsFoundUpToEighteenDegrees) {
  for (const float deg : {-18.0F, -11.0F, -7.0F, -5.0F, -2.0F, -0.6F, 0.0F, 0.3F, 1.0F, 3.5F, 5.8F,
                          6.5F, 9.0F, 14.0F, 18.0F}) {
    EXPECT_NEAR(skew(tests::text_page(kPage, 22, deg)), deg, 0.2) << deg;
  }
}

TEST(Skew, FewLinesAreEnough) {
  for (const float deg : {-3.0F, 2.0F}) {
    cv::Mat1b page(kPage, uchar{245});
    for (const float y : {400.0F, 600.0F, 900.0F}) tests::draw(page, {{620, y}, 700, 22, deg});
    EXPECT_NEAR(skew(page), deg, 0.3) << deg;
  }
}

TEST(Skew, OneAskewLineDoesNotTiltThePage) {
  cv::Mat1b page = tests::text_page(kPage, 22, 0);
  page(cv::Rect(0, 700, 1240, 250)).setTo(245);
  tests::draw(page, {{620, 820}, 900, 22, 5});
  EXPECT_NEAR(skew(page), 0, 0.2);
}

TEST(Skew, PageWithoutPrintIsStraight) {
  EXPECT_EQ(skew(cv::Mat1b(kPage, uchar{245})), 0);
  EXPECT_EQ(skew(cv::Mat1b(16, 16, uchar{245})), 0);
}

TEST(Skew, ScansLaidAskewAreMeasuredWithinAHalfDegree) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto sample = samples::make({.document = samples::DocumentKind::AuthorisationLetter,
                                       .dpi = 150,
                                       .seed = seed,
                                       .defects = {{samples::Defect::Skew, 1.0 + double(seed)}}});
    EXPECT_NEAR(skew_of(tests::page_of(sample).lines), sample.truth.skew_deg, 0.5) << seed;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::page
