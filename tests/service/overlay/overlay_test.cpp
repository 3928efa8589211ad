#include "service/overlay/overlay.hpp"

#include "service/overlay/palette.hpp"
#include "tests/support/outcomes.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::service::overlay {
namespace {

using pipeline::Box;
using pipeline::FindingCode;
using rules::Language;

// A white page of A4 at 100 dpi: shown as it is but for the enlargement to 1200.
const cv::Size kPage(827, 1169);
constexpr double kScale = 1200.0 / 1169;

cv::Mat white_page() {
  return {kPage, CV_8UC3, cv::Scalar::all(255)};
}

batch::Reviewed reviewed_with(std::vector<pipeline::Finding> findings) {
  auto report = tests::a_readable_report("scan.jpg", std::move(findings));
  report.image->width = kPage.width;
  report.image->height = kPage.height;
  auto outcome = tests::reviewed(std::move(report));
  return *outcome.result;
}

pipeline::Finding at(FindingCode code, std::optional<Box> box) {
  auto finding = pipeline::finding(code);
  finding.box = box;
  return finding;
}

// Where the page lies: its first white pixel below the masthead and right of the desk.
cv::Rect page_on(const cv::Mat& picture) {
  const int width = cvRound(kPage.width * kScale);
  const int height = cvRound(kPage.height * kScale);
  const int margin = (picture.cols - width) / 2;
  return {margin, picture.rows - height - margin, width, height};
}

bool shows(const cv::Mat& part, const Colour& colour) {
  cv::Mat like;
  const cv::Scalar bgr(255 * colour.blue, 255 * colour.green, 255 * colour.red);
  cv::inRange(part, bgr - cv::Scalar::all(12), bgr + cv::Scalar(12, 12, 12, 255), like);
  return cv::countNonZero(like) > 20;
}

double whiteness(const cv::Mat& part) {
  cv::Mat white;
  cv::inRange(part, cv::Scalar(250, 250, 250, 0), cv::Scalar(255, 255, 255, 255), white);
  return cv::countNonZero(white) / static_cast<double>(part.total());
}

cv::Rect shown(const Box& box, const cv::Rect& page) {
  return {page.x + cvRound(box.x * kScale), page.y + cvRound(box.y * kScale),
          cvRound(box.width * kScale), cvRound(box.height * kScale)};
}

TEST(Overlay, CleanPageIsLeftWhiteUnderAGreenBar) {
  const cv::Mat picture = draw(reviewed_with({}), white_page(), Language::Chinese);
  EXPECT_EQ(whiteness(picture(page_on(picture))), 1);
  EXPECT_TRUE(shows(picture.rowRange(0, 20), colour_of(rules::Verdict::Accept)));
}

TEST(Overlay, DefectIsFramedInTheColourOfItsLevelAndItsContentLeftAlone) {
  const Box box{300, 500, 200, 150};
  for (const FindingCode code :
       {FindingCode::SealNotRed, FindingCode::SealFaint, FindingCode::SealPrinted}) {
    const auto finding = at(code, box);
    const cv::Mat picture = draw(reviewed_with({finding}), white_page(), Language::Chinese);
    const cv::Rect inside = shown(box, page_on(picture));
    EXPECT_EQ(whiteness(picture(inside)), 1) << name(code);
    const cv::Rect around(inside.x - 8, inside.y - 8, inside.width + 16, inside.height + 16);
    EXPECT_TRUE(shows(picture(around), colour_of(finding.level))) << name(code);
  }
}

TEST(Overlay, LabelStandsAboveItsBox) {
  const Box box{300, 500, 200, 150};
  const cv::Mat picture =
      draw(reviewed_with({at(FindingCode::SealFaint, box)}), white_page(), Language::Chinese);
  const cv::Rect inside = shown(box, page_on(picture));
  const cv::Rect above(inside.x, inside.y - 50, 120, 36);
  EXPECT_TRUE(shows(picture(above), kInk));
  EXPECT_TRUE(shows(picture(above), colour_of(pipeline::Level::Warn)));
}

TEST(Overlay, FindingWithoutAPlaceIsListedAboveThePage) {
  const auto clean = draw(reviewed_with({}), white_page(), Language::Chinese);
  const auto listed =
      draw(reviewed_with({at(FindingCode::ImgLowres, {})}), white_page(), Language::Chinese);
  EXPECT_GT(listed.rows, clean.rows + 20);
  EXPECT_EQ(whiteness(listed(page_on(listed))), 1);
  EXPECT_TRUE(shows(listed.rowRange(0, page_on(listed).y), kInk));
}

TEST(Overlay, FactsAreFramedLightlyInGreen) {
  auto reviewed = reviewed_with({});
  const Box code{200, 300, 300, 30};
  reviewed.report.facts.credit_code = {.value = "91360000625912173B", .box = code};
  const cv::Mat picture = draw(reviewed, white_page(), Language::Chinese);
  const cv::Rect inside = shown(code, page_on(picture));
  const cv::Rect around(inside.x - 4, inside.y - 40, inside.width + 8, inside.height + 44);
  EXPECT_TRUE(shows(picture(around), kFact));
}

TEST(Overlay, BarSaysTheVerdictInItsColour) {
  const auto bar_of = [](FindingCode code) -> cv::Mat {
    return draw(reviewed_with({at(code, {})}), white_page(), Language::Chinese).rowRange(0, 20);
  };
  EXPECT_TRUE(shows(bar_of(FindingCode::ImgBlur), colour_of(rules::Verdict::Refer)));
  EXPECT_TRUE(shows(bar_of(FindingCode::SealNone), colour_of(rules::Verdict::Reject)));
}

TEST(Overlay, ScanThatCouldNotBeDecodedStillHasItsVerdictAndList) {
  pipeline::Report report;
  report.file = "bill.pdf";
  report.findings = {pipeline::finding(FindingCode::FmtType)};
  const cv::Mat picture = draw(*tests::reviewed(report).result, {}, Language::Chinese);
  EXPECT_TRUE(shows(picture.rowRange(0, 20), colour_of(rules::Verdict::Unreadable)));
  EXPECT_TRUE(shows(picture, kInk));
}

TEST(Overlay, LargePageIsDrawnSmallerAndATinyOneLarger) {
  const auto long_side_of = [](cv::Size size) {
    const cv::Mat page(size, CV_8UC3, cv::Scalar::all(255));
    const cv::Mat picture = draw(reviewed_with({}), page, Language::Chinese);
    return std::max(picture.cols, picture.rows);
  };
  EXPECT_LE(long_side_of({4960, 7016}), 2200);
  EXPECT_GE(long_side_of({200, 300}), 1200);
  EXPECT_LE(long_side_of({16, 16}), 1500);
  EXPECT_LE(long_side_of({3000, 16}), 2200);
}

TEST(Overlay, SameReportGivesTheSamePicture) {
  const auto reviewed = reviewed_with({at(FindingCode::SealFaint, Box{300, 500, 200, 150})});
  const cv::Mat once = draw(reviewed, white_page(), Language::English);
  const cv::Mat again = draw(reviewed, white_page(), Language::English);
  EXPECT_EQ(cv::norm(once, again, cv::NORM_INF), 0);
}

TEST(Overlay, AnyBoxesCanBeDrawn) {
  std::vector<pipeline::Finding> findings;
  for (const Box& box : {Box{0, 0, 0, 0}, Box{-50, -50, 10, 10}, Box{800, 1100, 900, 900},
                         Box{0, 0, 827, 1169}, Box{5000, 5000, 10, 10}, Box{10, 10, -5, -5}}) {
    findings.push_back(at(FindingCode::SealSpeckle, box));
  }
  EXPECT_FALSE(draw(reviewed_with(findings), white_page(), Language::Chinese).empty());
}

}  // namespace
}  // namespace vermilion::service::overlay
