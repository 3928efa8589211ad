#include "pipeline/framed.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline {
namespace {

TEST(CutOut, PlanesKeepTheirProportions) {
  const codec::Planes picture{.luma = cv::Mat1b(100, 200, uchar{1}),
                              .cb = cv::Mat1b(50, 100, uchar{2}),
                              .cr = cv::Mat1b(50, 100, uchar{3}),
                              .luma_half = cv::Mat1b(50, 100, uchar{4})};
  const auto page = cut_out(picture, {20, 10, 60, 40});
  EXPECT_EQ(page.luma.size(), cv::Size(60, 40));
  EXPECT_EQ(page.cb.size(), cv::Size(30, 20));
  EXPECT_EQ(page.cr.size(), cv::Size(30, 20));
  EXPECT_EQ(page.luma_half.size(), cv::Size(30, 20));
}

TEST(CutOut, GreyPictureStaysGrey) {
  EXPECT_FALSE(cut_out({.luma = cv::Mat1b(100, 200, uchar{1})}, {20, 10, 60, 40}).coloured());
}

Box put_back_at(int turn_deg) {
  Report report;
  report.image = {.rotation_deg = turn_deg};
  report.findings = {finding(FindingCode::UsccBadCheck), finding(FindingCode::ImgPhoto)};
  report.findings.front().box = Box{1, 2, 3, 4};
  report.measurements["a_check"] = {{.code = FindingCode::ImgPhoto},
                                    {.code = FindingCode::ImgPhoto, .box = Box{1, 2, 3, 4}}};
  put_back(report, {20, 10, 60, 40}, {200, 100});
  EXPECT_FALSE(report.measurements["a_check"].front().box);
  EXPECT_EQ(report.measurements["a_check"].back().box, report.findings.front().box);
  EXPECT_FALSE(report.findings.back().box);
  EXPECT_EQ(report.image->width, turn_deg % 180 == 0 ? 200 : 100);
  EXPECT_EQ(report.image->page_area->width, turn_deg % 180 == 0 ? 60 : 40);
  return *report.findings.front().box;
}

TEST(PutBack, PlacesMoveByWhereThePageLiesUpright) {
  EXPECT_EQ(put_back_at(0), (Box{21, 12, 3, 4}));
  EXPECT_EQ(put_back_at(90), (Box{51, 22, 3, 4}));  // from the right of the lower edge
  EXPECT_EQ(put_back_at(180), (Box{121, 52, 3, 4}));
  EXPECT_EQ(put_back_at(270), (Box{11, 122, 3, 4}));
}

samples::Recipe on_a_screen(samples::Recipe recipe) {
  recipe.frame = samples::Frame::Screenshot;
  return recipe;
}

TEST(Framed, PageOfAScreenshotIsJudgedLikeThePageItself) {
  int areas = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto& sample = tests::a_sample(on_a_screen(tests::a_stamped_copy(seed)));
    const Report report = tests::inspected(sample, [] {
      Plan plan;
      for (const char* check :
           {"page_whole", "page_scanned", "seal_present", "credit_code_readable"})
        plan.checks.push_back({.check = check});
      return plan;
    }());
    if (!report.image->page_area) continue;
    ++areas;
    EXPECT_EQ(tests::codes(report), "") << seed;
    EXPECT_GT(tests::overlap(*report.image->page_area, *sample.truth.page_area), 0.98) << seed;
    EXPECT_EQ(report.image->width, sample.truth.width);
    EXPECT_EQ(report.image->height, sample.truth.height);
    EXPECT_NEAR(*report.image->dpi, sample.truth.dpi, 4);
    EXPECT_EQ(report.image->dpi_source, ScaleSource::Page);
    ASSERT_FALSE(report.facts.seals->empty()) << seed;
    EXPECT_GT(tests::overlap(report.facts.seals->front().box, sample.truth.seals.back().box) +
                  tests::overlap(report.facts.seals->front().box, sample.truth.seals.front().box),
              0.7)
        << seed;
  }
  EXPECT_GE(areas, 4);
}

}  // namespace
}  // namespace vermilion::pipeline
