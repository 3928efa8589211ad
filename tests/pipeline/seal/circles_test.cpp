#include "pipeline/seal/circles.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::seal {
namespace {

using samples::Random;

constexpr RadiusRange kRadii{7, 120};
const cv::Size kPage(300, 424);  // A4 where rings are voted for

struct Ring {
  cv::Point2f centre;
  float radius = 0;
};

Ring any_ring(Random& random) {
  const auto radius = static_cast<float>(random.uniform(10, 60));
  return {{static_cast<float>(random.uniform(radius + 4, kPage.width - radius - 4)),
           static_cast<float>(random.uniform(radius + 4, kPage.height - radius - 4))},
          radius};
}

testing::AssertionResult is(const Circle& found, const Ring& drawn, float slack_px = 1.5F) {
  if (cv::norm(found.centre - drawn.centre) <= static_cast<double>(slack_px) &&
      std::abs(found.radius - drawn.radius) <= slack_px)
    return testing::AssertionSuccess();
  return testing::AssertionFailure() << found.centre << " r " << found.radius << " instead of "
                                     << drawn.centre << " r " << drawn.radius;
}

TEST(Circles, RingsAreFoundAnywhereInNoise) {
  Random random(1);
  for (int i = 0; i < 60; ++i) {
    const Ring ring = any_ring(random);
    cv::Mat1b ink = cv::Mat1b::zeros(kPage);
    tests::draw_ring(ink, ring.centre, ring.radius, std::max(1.2F, ring.radius / 20),
                     random.integer(60, 220));
    tests::add_noise(ink, 3, random.child("noise"));
    const auto found = circles(ink, kRadii);
    ASSERT_FALSE(found.empty()) << i;
    EXPECT_TRUE(is(found.front(), ring)) << i;
  }
}

TEST(Circles, TextInsideOverAndBesideARingOfASealsSizeHidesItNot) {
  Random random(2);
  int found = 0;
  for (int i = 0; i < 30; ++i) {
    const Ring ring{
        {static_cast<float>(random.uniform(70, 230)), static_cast<float>(random.uniform(70, 350))},
        static_cast<float>(random.uniform(26, 33))};
    cv::Mat1b ink = cv::Mat1b::zeros(kPage);
    for (int k = 0; k < 6; ++k) {
      const auto y = ring.centre.y + static_cast<float>(random.uniform(-1.5, 1.5)) * ring.radius;
      tests::draw(ink, {{ring.centre.x, y}, 80, 7}, 120);
    }
    tests::draw_ring(ink, ring.centre, ring.radius, 1.5F, 120);
    // What is looked at afterwards is fitted to the rim from a quarter of the radius away.
    found += std::ranges::any_of(circles(ink, kRadii), [&](const Circle& circle) {
      return bool(is(circle, ring, 0.12F * ring.radius));
    });
  }
  EXPECT_GE(found, 29);
}

TEST(Circles, HalfOfARingIsEnough) {
  const Ring ring{{150, 200}, 40};
  cv::Mat1b ink = cv::Mat1b::zeros(kPage);
  tests::draw_ring(ink, ring.centre, ring.radius, 2, 160);
  ink(cv::Rect(0, 0, 150, 424)).setTo(0);
  const auto found = circles(ink, kRadii);
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(is(found.front(), ring));
}

TEST(Circles, EveryRingOfSeveralIsFoundOnce) {
  cv::Mat1b ink = cv::Mat1b::zeros(kPage);
  const std::vector<Ring> rings{{{60, 60}, 30}, {{200, 70}, 40}, {{80, 250}, 50}, {{220, 320}, 25}};
  for (const Ring& ring : rings) tests::draw_ring(ink, ring.centre, ring.radius, 2, 150);
  const auto found = circles(ink, kRadii);
  EXPECT_EQ(found.size(), rings.size());
  for (const Ring& ring : rings) {
    EXPECT_TRUE(std::ranges::any_of(found, [&](const Circle& c) { return bool(is(c, ring)); }))
        << ring.centre;
  }
}

TEST(Circles, RingsInsideAStrongerOneAreLeftOut) {
  cv::Mat1b ink = cv::Mat1b::zeros(kPage);
  tests::draw_ring(ink, {150, 200}, 45, 2, 150);
  tests::draw_ring(ink, {155, 205}, 15, 2, 220);
  const auto found = circles(ink, kRadii);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(is(found.front(), {{150, 200}, 45}));
}

TEST(Circles, RadiiOutsideTheRangeAreNotReported) {
  cv::Mat1b ink = cv::Mat1b::zeros(kPage);
  for (const float radius : {15.0F, 40.0F, 90.0F})
    tests::draw_ring(ink, {150, 200}, radius, 2, 180);
  for (const RadiusRange range : {RadiusRange{10, 20}, {30, 60}, {80, 100}}) {
    const auto found = circles(ink, range);
    EXPECT_FALSE(found.empty()) << range.min;
    for (const Circle& circle : found) {
      EXPECT_GE(circle.radius, range.min);
      EXPECT_LE(circle.radius, range.max);
    }
  }
}

TEST(Circles, WholeRingIsSupportedByBothItsEdges) {
  cv::Mat1b ink = cv::Mat1b::zeros(kPage);
  tests::draw_ring(ink, {150, 200}, 40, 2, 180);
  const auto found = circles(ink, kRadii);
  ASSERT_FALSE(found.empty());
  EXPECT_GT(found.front().support, 1.5F);
  EXPECT_LT(found.front().support, 4.5F);
}

TEST(Circles, PageWithoutARingHasNone) {
  EXPECT_TRUE(circles(cv::Mat1b::zeros(kPage), kRadii).empty());
  cv::Mat1b noise = cv::Mat1b::zeros(kPage);
  tests::add_noise(noise, 4, Random(3));
  EXPECT_TRUE(circles(noise, kRadii).empty());
}

TEST(Circles, PageFullOfEdgesIsAnsweredWithAtMostADozen) {
  cv::Mat1b ink = cv::Mat1b::zeros(kPage);
  tests::add_noise(ink, 120, Random(4));
  EXPECT_LE(circles(ink, kRadii).size(), 12U);
}

}  // namespace
}  // namespace vermilion::pipeline::seal
