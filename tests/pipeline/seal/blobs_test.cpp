#include "pipeline/seal/blobs.hpp"

#include "pipeline/limits.hpp"
#include "samples/random.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numbers>
#include <optional>

namespace vermilion::pipeline::seal {
namespace {

using samples::Random;

constexpr float kPi = std::numbers::pi_v<float>;

// Only the rim, as most seals come out of a mask.
void draw(cv::Mat1b& mask, const Outline& outline) {
  std::vector<cv::Point> rim;
  for (int i = 0; i < 720; ++i) rim.push_back(outline.at(static_cast<float>(i) / 720, 1));
  cv::polylines(mask, rim, true, 255, 2);
}

// Difference of two directions of an axis, which has no front.
float between(float a, float b) {
  return std::abs(std::remainder(a - b, kPi));
}

Outline any(bool angular, Random& random) {
  const auto half = static_cast<float>(random.uniform(14, 50));
  const double aspect = angular ? random.uniform(0.5, 0.95) : random.uniform(0.6, 0.85);
  return {.angular = angular,
          .centre = {static_cast<float>(random.uniform(60, 240)),
                     static_cast<float>(random.uniform(60, 240))},
          .half_width = half,
          .half_height = half * static_cast<float>(aspect),
          .angle_rad = static_cast<float>(random.uniform(0, std::numbers::pi))};
}

// A hull may be taken for both shapes; whoever looks at the rim decides.
std::optional<Outline> one_of(const std::vector<Outline>& found, bool angular) {
  const auto it = std::ranges::find(found, angular, &Outline::angular);
  return it == found.end() ? std::nullopt : std::optional(*it);
}

class RimOf : public testing::TestWithParam<bool> {};

TEST_P(RimOf, AnySizeAspectAndTurnGivesItsOutline) {
  Random random(GetParam() ? 1 : 2);
  for (int i = 0; i < 60; ++i) {
    Outline drawn = any(GetParam(), random);
    if (drawn.half_height < 7) drawn.half_height = 7;
    cv::Mat1b mask = cv::Mat1b::zeros(300, 300);
    draw(mask, drawn);
    const auto found = one_of(blobs(mask), drawn.angular);
    ASSERT_TRUE(found) << i;
    EXPECT_LT(cv::norm(found->centre - drawn.centre), 1.5) << i;
    EXPECT_NEAR(found->half_width, drawn.half_width, 2.5) << i;
    EXPECT_NEAR(found->half_height, drawn.half_height, 2.5) << i;
    EXPECT_LT(between(found->angle_rad, drawn.angle_rad) * drawn.half_width, 4) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Blobs, RimOf, testing::Bool(),
                         [](const auto& kind) { return kind.param ? "ARectangle" : "AnEllipse"; });

TEST(Blobs, FilledPatchesCountAsTheirRimDoes) {
  cv::Mat1b mask = cv::Mat1b::zeros(200, 400);
  cv::rectangle(mask, {40, 60, 80, 50}, 255, cv::FILLED);
  cv::ellipse(mask, cv::RotatedRect({280, 100}, {110, 70}, 20), 255, cv::FILLED);
  const auto found = blobs(mask);
  const auto around = [&](bool angular, cv::Point2f centre) {
    return std::ranges::any_of(found, [&](const Outline& outline) {
      return outline.angular == angular && cv::norm(outline.centre - centre) < 2;
    });
  };
  EXPECT_TRUE(around(true, {79.5F, 84.5F}));
  EXPECT_TRUE(around(false, {280, 100}));
}

TEST(Blobs, LargestComesFirst) {
  cv::Mat1b mask = cv::Mat1b::zeros(200, 500);
  int x = 10;
  for (const int side : {30, 90, 50}) {
    cv::rectangle(mask, {x, 40, side, side}, 255, 2);
    x += side + 30;
  }
  const auto found = blobs(mask);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_GT(found[0].half_width, found[1].half_width);
  EXPECT_GT(found[1].half_width, found[2].half_width);
}

TEST(Blobs, FirstAxisIsTheLongerOne) {
  cv::Mat1b mask = cv::Mat1b::zeros(200, 200);
  draw(mask, {.angular = true, .centre = {100, 100}, .half_width = 25, .half_height = 60});
  const auto found = blobs(mask);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_GE(found[0].half_width, found[0].half_height);
  EXPECT_LT(between(found[0].angle_rad, kPi / 2), 0.1F);
}

TEST(Blobs, OtherShapesAreNone) {
  cv::Mat1b mask = cv::Mat1b::zeros(200, 600);
  const std::vector<cv::Point> triangle{{20, 150}, {120, 150}, {70, 40}};
  cv::fillConvexPoly(mask, triangle, 255);
  cv::line(mask, {150, 30}, {150, 170}, 255, 4);          // a rule
  cv::rectangle(mask, {200, 90, 300, 30}, 255, 2);        // a field of a form
  cv::rectangle(mask, {540, 90, 6, 6}, 255, cv::FILLED);  // dust
  EXPECT_TRUE(blobs(mask).empty());
}

TEST(Blobs, PageFullOfSpotsGivesNoMoreThanTheBound) {
  cv::Mat1b mask = cv::Mat1b::zeros(600, 600);
  for (int y = 20; y < 600; y += 40) {
    for (int x = 20; x < 600; x += 40) cv::rectangle(mask, {x, y, 20, 20}, 255, cv::FILLED);
  }
  EXPECT_EQ(blobs(mask).size(), static_cast<std::size_t>(limits::kSeals));
}

}  // namespace
}  // namespace vermilion::pipeline::seal
