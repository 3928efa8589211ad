#include "pipeline/page/turned.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::page {
namespace {

struct Situation {
  cv::Size size;
  int clockwise_deg;
};

class TurnedPlanes : public testing::TestWithParam<Situation> {};

// A patch that is dark and red: brightness at full size, colour as decoders halve it.
codec::Planes with_patch(cv::Size size, const cv::Rect& patch) {
  codec::Planes planes{.luma = cv::Mat(size, CV_8U, cv::Scalar(250)), .cb = {}, .cr = {}};
  planes.luma(patch).setTo(90);
  cv::Mat full(size.height + size.height % 2, size.width + size.width % 2, CV_8U, cv::Scalar(128));
  full(patch).setTo(208);
  cv::resize(full, planes.cr, full.size() / 2, 0, 0, cv::INTER_AREA);
  planes.cb = cv::Mat(planes.cr.size(), CV_8U, cv::Scalar(128));
  return planes;
}

// Of what differs from the background, in pixels of brightness.
cv::Point2d middle_of(const cv::Mat& plane, double background, double scale) {
  cv::Mat difference;
  cv::absdiff(plane, cv::Scalar(background), difference);
  const cv::Moments moments = cv::moments(difference);
  return {scale * (moments.m10 / moments.m00 + 0.5), scale * (moments.m01 / moments.m00 + 0.5)};
}

TEST_P(TurnedPlanes, ColourStaysWhereTheBrightnessIs) {
  const auto& [size, clockwise_deg] = GetParam();
  const codec::Planes planes = turned(with_patch(size, {11, 15, 12, 9}), clockwise_deg);
  const cv::Point2d dark = middle_of(planes.luma, 250, 1);
  const cv::Point2d red = middle_of(planes.cr, 128, 2);
  // Eight bits round; colour that was not moved is a whole pixel off.
  EXPECT_NEAR(red.x, dark.x, 0.15);
  EXPECT_NEAR(red.y, dark.y, 0.15);
  const bool lies = clockwise_deg % 180 != 0;
  EXPECT_EQ(planes.luma.size(), lies ? cv::Size(size.height, size.width) : size);
}

INSTANTIATE_TEST_SUITE_P(SizesAndTurns, TurnedPlanes,
                         testing::Values(Situation{{40, 60}, 0}, Situation{{40, 60}, 90},
                                         Situation{{40, 60}, 180}, Situation{{40, 60}, 270},
                                         Situation{{41, 60}, 90}, Situation{{41, 60}, 180},
                                         Situation{{41, 60}, 270}, Situation{{40, 61}, 90},
                                         Situation{{40, 61}, 180}, Situation{{40, 61}, 270},
                                         Situation{{41, 61}, 90}, Situation{{41, 61}, 180},
                                         Situation{{41, 61}, 270}));

TEST(TurnedPlanesWithoutColour, StayWithout) {
  const codec::Planes grey{.luma = cv::Mat(5, 7, CV_8U, cv::Scalar(9)), .cb = {}, .cr = {}};
  EXPECT_FALSE(turned(grey, 90).coloured());
  EXPECT_EQ(turned(grey, 90).luma.size(), cv::Size(5, 7));
}

}  // namespace
}  // namespace vermilion::pipeline::page
