#include "pipeline/page/straightened.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::page {
namespace {

TEST(Straightened, PartIsCutOutWhereTheMapSays) {
  cv::Mat1b sheet(400, 300, 250);
  sheet(cv::Rect(100, 200, 40, 20)) = 30;
  const auto page = tests::page_of(sheet);
  const cv::Mat picture =
      straightened(page.pyramid, cv::Matx33d(1, 0, 90, 0, 1, 190, 0, 0, 1), {60, 40}, Plane::Luma);
  EXPECT_EQ(picture.at<std::uint8_t>(20, 30), 30);
  EXPECT_EQ(picture.at<std::uint8_t>(5, 5), 250);
  EXPECT_EQ(picture.at<std::uint8_t>(10, 10), 30);
  EXPECT_EQ(picture.at<std::uint8_t>(9, 9), 250);
}

TEST(Straightened, ReducedPartKeepsItsPlace) {
  cv::Mat1b sheet(800, 800, 250);
  sheet(cv::Rect(400, 400, 200, 200)) = 30;
  const auto page = tests::page_of(sheet);
  const cv::Mat picture = straightened(page.pyramid, cv::Matx33d(8, 0, 3.5, 0, 8, 3.5, 0, 0, 1),
                                       {100, 100}, Plane::Luma);
  EXPECT_EQ(picture.at<std::uint8_t>(51, 51), 30);
  EXPECT_EQ(picture.at<std::uint8_t>(73, 73), 30);
  EXPECT_EQ(picture.at<std::uint8_t>(48, 48), 250);
  EXPECT_EQ(picture.at<std::uint8_t>(76, 76), 250);
}

TEST(Straightened, RedFadesInRedLight) {
  cv::Mat3b sheet(200, 200, cv::Vec3b(250, 250, 250));
  sheet(cv::Rect(50, 50, 100, 100)) = cv::Vec3b(220, 40, 45);
  const auto page = tests::page_of(sheet);
  const cv::Matx33d here(1, 0, 80, 0, 1, 80, 0, 0, 1);
  const auto light = [&](Plane plane) {
    return static_cast<int>(
        straightened(page.pyramid, here, {20, 20}, plane).at<std::uint8_t>(10, 10));
  };
  EXPECT_LT(light(Plane::Luma), 120);
  EXPECT_GT(light(Plane::RedLight), 200);
  EXPECT_GT(light(Plane::Cr), 180);
}

TEST(Straightened, GreyPageHasNoColours) {
  const auto page = tests::page_of(cv::Mat1b(200, 200, 250));
  EXPECT_TRUE(straightened(page.pyramid, cv::Matx33d::eye(), {20, 20}, Plane::Cr).empty());
}

TEST(Straightened, PlaceOutsideThePageIsBlank) {
  const auto page = tests::page_of(cv::Mat1b(200, 200, 10));
  const cv::Mat picture =
      straightened(page.pyramid, cv::Matx33d(1, 0, 900, 0, 1, 900, 0, 0, 1), {20, 20}, Plane::Luma);
  EXPECT_EQ(picture.at<std::uint8_t>(10, 10), 255);
}

}  // namespace
}  // namespace vermilion::pipeline::page
