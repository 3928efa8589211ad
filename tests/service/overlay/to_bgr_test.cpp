#include "service/overlay/to_bgr.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace vermilion::service::overlay {
namespace {

// Planes of one colour, by the full-range formula of JFIF.
pipeline::codec::Planes planes_of(double red, double green, double blue, cv::Size size) {
  const double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const cv::Size half((size.width + 1) / 2, (size.height + 1) / 2);
  return {cv::Mat(size, CV_8U, cv::Scalar(std::round(luma))),
          cv::Mat(half, CV_8U, cv::Scalar(std::round(128 + (blue - luma) / 1.772))),
          cv::Mat(half, CV_8U, cv::Scalar(std::round(128 + (red - luma) / 1.402)))};
}

TEST(ToBgr, ColoursComeBack) {
  for (const auto& [red, green, blue] :
       {std::tuple{255, 255, 255}, std::tuple{0, 0, 0}, std::tuple{200, 30, 20},
        std::tuple{20, 160, 60}, std::tuple{10, 20, 220}}) {
    const cv::Mat bgr = to_bgr(planes_of(red, green, blue, {7, 5}));
    ASSERT_EQ(bgr.size(), cv::Size(7, 5));
    const auto pixel = bgr.at<cv::Vec3b>(4, 6);
    EXPECT_NEAR(pixel[0], blue, 2);
    EXPECT_NEAR(pixel[1], green, 2);
    EXPECT_NEAR(pixel[2], red, 2);
  }
}

TEST(ToBgr, GreyPictureStaysGrey) {
  const cv::Mat bgr = to_bgr({cv::Mat(3, 4, CV_8U, cv::Scalar(77)), {}, {}});
  EXPECT_EQ(bgr.at<cv::Vec3b>(2, 3), cv::Vec3b(77, 77, 77));
}

TEST(Turned, MovesTheCornerClockwise) {
  cv::Mat picture = cv::Mat::zeros(2, 3, CV_8UC3);
  picture.at<cv::Vec3b>(0, 0) = {1, 1, 1};
  EXPECT_EQ(turned(picture, 0).at<cv::Vec3b>(0, 0)[0], 1);
  EXPECT_EQ(turned(picture, 90).size(), cv::Size(2, 3));
  EXPECT_EQ(turned(picture, 90).at<cv::Vec3b>(0, 1)[0], 1);   // upper right
  EXPECT_EQ(turned(picture, 180).at<cv::Vec3b>(1, 2)[0], 1);  // lower right
  EXPECT_EQ(turned(picture, 270).at<cv::Vec3b>(2, 0)[0], 1);  // lower left
}

}  // namespace
}  // namespace vermilion::service::overlay
