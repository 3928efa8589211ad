#include "pipeline/seal/rim.hpp"

#include "samples/random.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <array>
#include <numbers>

namespace vermilion::pipeline::seal {
namespace {

const cv::Point2f kCentre(80, 80);
constexpr float kRadius = 50;
const Outline kOutline{.centre = kCentre, .half_width = kRadius, .half_height = kRadius};

cv::Mat1b blank() {
  return cv::Mat1b::zeros(160, 160);
}

cv::Mat1b ring(int brightness = 180) {
  cv::Mat1b ink = blank();
  tests::draw_ring(ink, kCentre, kRadius, 3, brightness);
  return ink;
}

TEST(Rim, RingIsAllRimAndNothingElse) {
  for (const int brightness : {30, 120, 240}) {
    const Rim rim = rim_of(ring(brightness), kOutline);
    EXPECT_NEAR(rim.ink, brightness, 0.1 * brightness);
    EXPECT_EQ(rim.coverage, 1);
    EXPECT_EQ(rim.thin, 1);
    EXPECT_EQ(rim.alone, 1);
    EXPECT_LT(rim.fill, 0.02F);
  }
}

TEST(Rim, CoverageIsTheShareThatIsLeft) {
  for (const int lost_deg : {30, 90, 180, 250}) {
    cv::Mat1b ink = ring();
    cv::ellipse(ink, cv::Point(kCentre), {75, 75}, 0, 10, 10 + lost_deg, 0, cv::FILLED);
    EXPECT_NEAR(rim_of(ink, kOutline).coverage, 1 - lost_deg / 360.0, 0.03) << lost_deg;
  }
}

TEST(Rim, EdgeOfADiscIsNotThin) {
  cv::Mat1b ink = blank();
  cv::circle(ink, cv::Point(kCentre), 51, 200, cv::FILLED);
  const Rim rim = rim_of(ink, kOutline);
  EXPECT_EQ(rim.coverage, 1);
  EXPECT_LT(rim.thin, 0.05F);
  EXPECT_GT(rim.fill, 0.95F);
}

TEST(Rim, StrokeThatGoesOnOutsideIsNotAlone) {
  cv::Mat1b ink = ring();
  cv::rectangle(ink, {80, 0, 80, 160}, 180, cv::FILLED);
  EXPECT_NEAR(rim_of(ink, kOutline).alone, 0.5, 0.06);
}

TEST(Rim, FillIsTheShareOfTheZoneOfTheName) {
  cv::Mat1b ink = ring();
  // Spokes over a quarter of the turns.
  for (int deg = 0; deg < 360; deg += 20) {
    cv::ellipse(ink, cv::Point(kCentre), {43, 43}, 0, deg, deg + 5, 180, cv::FILLED);
  }
  EXPECT_NEAR(rim_of(ink, kOutline).fill, 0.25, 0.1);
}

// The ring's picture without what lies left of `x`, and the outline within it.
struct Cut {
  cv::Mat ink;
  Outline outline;
};
Cut cut_at(int x) {
  Cut cut{ring()(cv::Rect(x, 0, 160 - x, 160)).clone(), kOutline};
  cut.outline.centre.x -= static_cast<float>(x);
  return cut;
}

TEST(Rim, EdgeOfThePictureTakesNothingFromWhatIsLeft) {
  for (const int x : {34, 45, 60}) {
    const auto [ink, outline] = cut_at(x);
    const Rim rim = rim_of(ink, outline);
    EXPECT_GE(rim.coverage, 0.98F) << x;
    EXPECT_GE(rim.thin, 0.95F) << x;
    EXPECT_GE(rim.alone, 0.95F) << x;
  }
}

TEST(Rim, LessThanHalfARingIsNotAWholeOne) {
  const auto [ink, outline] = cut_at(95);
  EXPECT_LT(rim_of(ink, outline).coverage, 0.75F);
}

TEST(Rim, BlankPaperHasNoRim) {
  const Rim rim = rim_of(blank(), kOutline);
  EXPECT_EQ(rim.ink, 0);
  EXPECT_EQ(rim.coverage, 0);
  EXPECT_EQ(rim.fill, 0);
}

TEST(Fitted, DisplacedCircleMovesOntoTheRim) {
  samples::Random random(1);
  for (int i = 0; i < 40; ++i) {
    Outline guess = kOutline;
    guess.centre += cv::Point2f(static_cast<float>(random.uniform(-4, 4)),
                                static_cast<float>(random.uniform(-4, 4)));
    guess.half_width = guess.half_height = kRadius * static_cast<float>(random.uniform(0.94, 1.06));
    const Outline found = fitted(ring(), guess);
    EXPECT_LT(cv::norm(found.centre - kCentre), 1) << i;
    // Rays from outside meet the outer edge of the ink.
    EXPECT_NEAR(found.mean_radius(), kRadius + 1.5F, 1) << i;
  }
}

TEST(Fitted, LiesOnTheRimToAFractionOfAPixel) {
  samples::Random random(2);
  for (int i = 0; i < 40; ++i) {
    const cv::Point2f centre = kCentre + cv::Point2f(static_cast<float>(random.uniform(-1, 1)),
                                                     static_cast<float>(random.uniform(-1, 1)));
    cv::Mat1b ink = blank();
    tests::draw_ring(ink, centre, kRadius, 3, 180);
    const Outline found = fitted(ink, kOutline);
    // Drawn to an eighth of a pixel.
    EXPECT_LT(cv::norm(found.centre - centre), 0.25) << i;
    EXPECT_NEAR(found.mean_radius(), kRadius + 1.5F, 0.35) << i;
  }
}

TEST(Fitted, IsNotDrawnToTheEdgeOfThePicture) {
  const auto [ink, outline] = cut_at(45);
  const Outline found = fitted(ink, outline);
  EXPECT_LT(cv::norm(found.centre - outline.centre), 1.5);
  EXPECT_NEAR(found.mean_radius(), kRadius + 1.5F, 1);
}

TEST(Fitted, CircleBecomesTheEllipseThatPerspectiveMadeOfIt) {
  cv::Mat1b ink = blank();
  cv::ellipse(ink, cv::RotatedRect(kCentre, {106, 90}, 30), 200, 3, cv::LINE_AA);
  const Outline found = fitted(ink, kOutline);
  // The library draws it half a pixel fatter to either side.
  EXPECT_NEAR(found.half_width, 54.5, 1.4);
  EXPECT_NEAR(found.half_height, 46.5, 1.4);
  EXPECT_NEAR(std::remainder(found.angle_rad - 30 * CV_PI / 180, CV_PI), 0, 0.05);
}

TEST(Fitted, TooLittleRimLeavesTheOutlineAsItIs) {
  cv::Mat1b ink = blank();
  cv::ellipse(ink, cv::Point(kCentre), {50, 50}, 0, 0, 40, 200, 3);
  const Outline found = fitted(ink, kOutline);
  EXPECT_EQ(found.centre, kOutline.centre);
  EXPECT_EQ(found.half_width, kOutline.half_width);
}

TEST(Fitted, NeighbourThatTouchesDoesNotPullItAway) {
  cv::Mat1b ink = ring();
  tests::draw(ink, {{145, 80}, 50, 30}, 180);
  const Outline found = fitted(ink, kOutline);
  EXPECT_LT(cv::norm(found.centre - kCentre), 1.5);
  EXPECT_NEAR(found.mean_radius(), kRadius + 1.5F, 1.5);
}

// A frame with two strokes inside that run into it, turned.
cv::Mat1b frame(const cv::RotatedRect& rect, int weight) {
  cv::Mat1b ink = blank();
  std::array<cv::Point2f, 4> corners;
  rect.points(corners.data());
  for (std::size_t i = 0; i < 4; ++i) {
    cv::line(ink, corners[i], corners[(i + 1) % 4], 180, weight, cv::LINE_AA);
    cv::line(ink, rect.center, (corners[i] + corners[(i + 1) % 4]) / 2, 180, weight, cv::LINE_AA);
  }
  return ink;
}

// Blobs are seen in a small picture, and so only about right.
TEST(Fitted, LiesAlongTheSidesOfASquare) {
  for (const float angle_deg : {-4.0F, 0.0F, 3.0F, 7.0F}) {
    const cv::Mat1b ink = frame({kCentre + cv::Point2f(1.5F, -2), {90, 84}, angle_deg}, 7);
    const Outline about{
        .angular = true, .centre = kCentre, .half_width = 43, .half_height = 43, .angle_rad = 0};
    const Outline found = fitted(ink, about);
    EXPECT_NEAR(found.angle_rad * 180 / std::numbers::pi_v<float>, angle_deg, 0.6) << angle_deg;
    // The outer edge of the stroke, which is soft.
    EXPECT_NEAR(found.half_width, 49, 1.2) << angle_deg;
    EXPECT_NEAR(found.half_height, 46, 1.2) << angle_deg;
    EXPECT_LT(cv::norm(found.centre - (kCentre + cv::Point2f(1.5F, -2))), 0.8) << angle_deg;
    EXPECT_GT(rim_of(ink, found).coverage, 0.98F) << angle_deg;
  }
}

TEST(Fitted, StaysWhereASideIsMissing) {
  cv::Mat1b ink = frame({kCentre, {90, 84}, 0}, 7);
  ink.colRange(0, 60) = 0;
  const Outline about{
      .angular = true, .centre = kCentre, .half_width = 45, .half_height = 42, .angle_rad = 0};
  EXPECT_EQ(fitted(ink, about).centre, kCentre);
}

}  // namespace
}  // namespace vermilion::pipeline::seal
