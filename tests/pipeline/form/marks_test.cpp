#include "pipeline/form/marks.hpp"

#include "pipeline/form/mapping.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::form {
namespace {

constexpr BoxMm kMark{10, 10, 4, 4};
const cv::Matx33d kFlat(8, 0, -0.5, 0, 8, -0.5, 0, 0, 1);
const page::Light kLight{.paper = 250, .ink = 20};

// The mark a millimetre to the right and two down of where it should be.
cv::Mat3b sheet() {
  cv::Mat3b page(800, 800, cv::Vec3b(250, 250, 250));
  page(cv::Rect(88, 96, 32, 32)) = cv::Vec3b(20, 20, 20);
  return page;
}

std::optional<cv::Point2d> seen_on(const cv::Mat3b& page, double reach_mm = 6) {
  return mark_near(kMark, kFlat, reach_mm, tests::page_of(page).pyramid, kLight);
}

TEST(FormMarks, MiddleIsFoundToAFractionOfAPixel) {
  const auto middle = seen_on(sheet());
  ASSERT_TRUE(middle);
  EXPECT_NEAR(middle->x, 103.5, 0.2);
  EXPECT_NEAR(middle->y, 111.5, 0.2);
}

TEST(FormMarks, RedInkOverItDoesNoHarm) {
  cv::Mat3b page = sheet();
  for (int y = 60; y < 112; ++y) {
    for (int x = 40; x < 180; ++x) {
      if (page(y, x)[0] > 200) page(y, x) = {204, 60, 70};
    }
  }
  const auto middle = seen_on(page);
  ASSERT_TRUE(middle);
  EXPECT_NEAR(middle->x, 103.5, 0.6);
  EXPECT_NEAR(middle->y, 111.5, 0.6);
}

TEST(FormMarks, PrintIsNone) {
  cv::Mat3b page(800, 800, cv::Vec3b(250, 250, 250));
  cv::rectangle(page, {80, 80, 32, 32}, cv::Scalar(20, 20, 20), 3);    // an empty square
  cv::rectangle(page, {90, 130, 90, 30}, cv::Scalar(20, 20, 20), -1);  // a bar
  cv::rectangle(page, {60, 60, 12, 12}, cv::Scalar(20, 20, 20), -1);   // a full stop
  EXPECT_FALSE(seen_on(page));
}

TEST(FormMarks, OneBeyondTheReachIsNotTaken) {
  EXPECT_FALSE(seen_on(sheet(), 1));
}

}  // namespace
}  // namespace vermilion::pipeline::form
