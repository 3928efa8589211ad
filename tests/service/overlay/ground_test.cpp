#include "service/overlay/ground.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::service::overlay {
namespace {

// A white page with lines of print on its upper half, shown at (100, 50).
Ground half_printed() {
  cv::Mat page(800, 600, CV_8UC3, cv::Scalar::all(250));
  for (int y = 20; y < 400; y += 24) {
    for (int x = 20; x < 580; x += 12) {
      cv::rectangle(page, {x, y, 7, 12}, cv::Scalar::all(20), cv::FILLED);
    }
  }
  return {page, {100, 50}};
}

TEST(Ground, PrintIsBusyAndPaperIsNot) {
  const Ground ground = half_printed();
  EXPECT_GT(ground.busyness({200, 150, 100, 40}), 0.5);
  EXPECT_EQ(ground.busyness({200, 550, 100, 40}), 0);
}

TEST(Ground, BesideThePageThereIsNothing) {
  const Ground ground = half_printed();
  EXPECT_EQ(ground.busyness({0, 0, 90, 40}), 0);
  EXPECT_EQ(ground.busyness({2000, 2000, 90, 40}), 0);
  EXPECT_EQ(ground.busyness({-500, -500, 90, 40}), 0);
}

TEST(Ground, PartlyBesideCountsThePartOnThePage) {
  const Ground ground = half_printed();
  const double whole = ground.busyness({140, 150, 100, 40});
  EXPECT_NEAR(ground.busyness({70, 150, 100, 40}), whole / 2, 0.2);
}

}  // namespace
}  // namespace vermilion::service::overlay
