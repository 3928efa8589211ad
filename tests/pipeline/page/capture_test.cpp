#include "pipeline/page/capture.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::pipeline::page {
namespace {

const cv::Size kPage(1240, 1754);

Capture capture(const tests::DrawnPage& page) {
  return capture_of(page.pyramid, page.light, page.lines);
}
Capture capture(const cv::Mat1b& luma) {
  return capture(tests::page_of(luma));
}

// Light that falls off towards the right.
cv::Mat1b shaded(double loss) {
  cv::Mat1b page = tests::text_page(kPage, 22);
  for (int x = 0; x < page.cols; ++x) {
    page.col(x).convertTo(page.col(x), CV_8U, 1 - loss * x / page.cols);
  }
  return page;
}

// The sheet on a dark desk, its upper edge shorter by a share.
cv::Mat1b on_a_desk(float margin, float keystone) {
  const cv::Mat1b sheet = tests::text_page(kPage, 22);
  const auto w = static_cast<float>(kPage.width);
  const auto h = static_cast<float>(kPage.height);
  const std::vector<cv::Point2f> from{{0, 0}, {w, 0}, {w, h}, {0, h}};
  const float m = margin * w;
  const float k = keystone * w / 2;
  const std::vector<cv::Point2f> to{{m + k, m}, {w - m - k, m + k}, {w - m, h - m}, {m, h - m}};
  cv::Mat1b picture;
  cv::warpPerspective(sheet, picture, cv::getPerspectiveTransform(from, to), kPage,
                      cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(70));
  return picture;
}

TEST(Capture, FlatScanShowsNoSignOfACamera) {
  const Capture flat = capture(tests::text_page(kPage, 22));
  EXPECT_LT(flat.photo, 0.1);
  EXPECT_LT(flat.shading, 0.02);
  EXPECT_LT(flat.surroundings, 0.02);
  EXPECT_LT(flat.convergence_deg, 0.2);
}

TEST(Capture, ShadingIsTheShareOfTheLightThatIsLost) {
  double before = -1;
  for (const double loss : {0.0, 0.1, 0.2, 0.3}) {
    const double shading = capture(shaded(loss)).shading;
    EXPECT_GT(shading, before) << loss;
    EXPECT_LE(shading, loss + 0.02) << loss;
    before = shading;
  }
  EXPECT_GT(before, 0.15);
}

TEST(Capture, DeskAroundTheSheetIsSeen) {
  EXPECT_GT(capture(on_a_desk(0.05F, 0)).surroundings, 0.9);
  EXPECT_LT(capture(on_a_desk(0, 0)).surroundings, 0.05);
}

TEST(Capture, KeystoneMakesLinesConverge) {
  // The sheet leans to one side, so that its upper edge rises against its lower one.
  EXPECT_GT(capture(on_a_desk(0.03F, 0.12F)).convergence_deg, 0.8);
}

TEST(Capture, SheetOnADeskIsAPhoto) {
  EXPECT_GT(capture(on_a_desk(0.05F, 0.12F)).photo, 0.6);
}

TEST(Capture, PhotosOfSamplesLieAboveScansOfThem) {
  std::vector<double> scans;
  std::vector<double> photos;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    samples::Recipe recipe{
        .document = samples::DocumentKind::AuthorisationLetter, .dpi = 150, .seed = seed};
    scans.push_back(capture(tests::page_of(samples::make(recipe))).photo);
    recipe.defects = {{samples::Defect::Photo, 0.06}};
    photos.push_back(capture(tests::page_of(samples::make(recipe))).photo);
  }
  EXPECT_LT(std::ranges::max(scans), std::ranges::min(photos))
      << testing::PrintToString(scans) << testing::PrintToString(photos);
}

TEST(Capture, BlankAndTinyPicturesAreAnswered) {
  EXPECT_LT(capture(cv::Mat1b(kPage, uchar{245})).photo, 0.1);
  EXPECT_LE(capture(cv::Mat1b(16, 16, uchar{245})).photo, 1);
  EXPECT_GE(capture(cv::Mat1b(16, 16, uchar{0})).photo, 0);
}

}  // namespace
}  // namespace vermilion::pipeline::page
