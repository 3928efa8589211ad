#include "pipeline/seal/outline.hpp"

#include "samples/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <ostream>

namespace vermilion::pipeline::seal {
namespace {

using samples::Random;

constexpr float kPi = std::numbers::pi_v<float>;

Outline any_outline(Random& random) {
  const auto between = [&](double low, double high) {
    return static_cast<float>(random.uniform(low, high));
  };
  const float half_width = between(20, 80);
  return {.angular = random.chance(0.5),
          .centre = {between(120, 180), between(120, 180)},
          .half_width = half_width,
          .half_height = half_width * between(0.45, 1),
          .angle_rad = between(-kPi, kPi)};
}

// The point in the outline's own axes, where it is a unit circle or a unit square.
cv::Point2f on_axes(const Outline& outline, cv::Point2f point) {
  const cv::Point2f ray = point - outline.centre;
  const float c = std::cos(outline.angle_rad);
  const float s = std::sin(outline.angle_rad);
  return {(ray.x * c + ray.y * s) / outline.half_width,
          (-ray.x * s + ray.y * c) / outline.half_height};
}

float distance(cv::Point2f a, cv::Point2f b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

class AnyOutline : public testing::Test {
 protected:
  template <class Body>
  void for_many(Body&& body) {
    Random random(1);
    for (int i = 0; i < 300; ++i) {
      const Outline outline = any_outline(random);
      SCOPED_TRACE(i);
      body(outline, static_cast<float>(random.uniform()));
    }
  }
};

TEST_F(AnyOutline, ReachOneIsOnTheRim) {
  for_many([](const Outline& outline, float turn) {
    const cv::Point2f p = on_axes(outline, outline.at(turn, 1));
    const float reach =
        outline.angular ? std::max(std::abs(p.x), std::abs(p.y)) : std::hypot(p.x, p.y);
    EXPECT_NEAR(reach, 1, 1e-4);
  });
}

TEST_F(AnyOutline, ReachIsLinearAlongARay) {
  for_many([](const Outline& outline, float turn) {
    const cv::Point2f ray = outline.at(turn, 1) - outline.centre;
    for (const float reach : {0.0F, 0.4F, 1.3F}) {
      EXPECT_LT(distance(outline.at(turn, reach), outline.centre + ray * reach), 1e-3);
    }
  });
}

TEST_F(AnyOutline, ReachOfAPointIsTheReachItWasMadeWith) {
  for_many([](const Outline& outline, float turn) {
    for (const float reach : {0.0F, 0.4F, 1.0F, 1.3F}) {
      EXPECT_NEAR(outline.reach_of(outline.at(turn, reach)), reach, 1e-4);
    }
  });
}

TEST_F(AnyOutline, AreaIsThatOfThePointsWithinReachOne) {
  for_many([](const Outline& outline, float) {
    int within = 0;
    for (int y = 0; y < 300; ++y) {
      for (int x = 0; x < 300; ++x) {
        within += outline.reach_of(cv::Point2f(cv::Point(x, y))) <= 1;
      }
    }
    EXPECT_NEAR(within, outline.area(), 0.03 * outline.area());
  });
}

TEST_F(AnyOutline, HalfATurnIsTheOppositePoint) {
  for_many([](const Outline& outline, float turn) {
    const cv::Point2f sum = outline.at(turn, 1) + outline.at(turn + 0.5F, 1);
    EXPECT_LT(distance(sum, outline.centre * 2), 2e-3);
  });
}

TEST_F(AnyOutline, BoundsHoldTheWholeRimAndTouchIt) {
  for_many([](const Outline& outline, float) {
    // 64 steps around an ellipse miss its extreme by a thousandth, around a corner by a bit more.
    const float slack = 0.04F * outline.half_width;
    cv::Rect2f around(outline.at(0, 1), cv::Size2f(0, 0));
    for (int i = 0; i < 4096; ++i) {
      const cv::Point2f p = outline.at(static_cast<float>(i) / 4096, 1);
      const cv::Point2f low(std::min(around.x, p.x), std::min(around.y, p.y));
      const cv::Point2f high(std::max(around.br().x, p.x), std::max(around.br().y, p.y));
      around = {low, high};
    }
    const cv::Rect2f bounds = outline.bounds();
    EXPECT_NEAR(bounds.x, around.x, slack);
    EXPECT_NEAR(bounds.y, around.y, slack);
    EXPECT_NEAR(bounds.br().x, around.br().x, slack);
    EXPECT_NEAR(bounds.br().y, around.br().y, slack);
  });
}

TEST_F(AnyOutline, ScalingThereAndBackChangesNothing) {
  for_many([](const Outline& outline, float turn) {
    const Outline back = outline.scaled(8).scaled(0.125F);
    EXPECT_LT(distance(back.at(turn, 1), outline.at(turn, 1)), 1e-3);
  });
}

TEST_F(AnyOutline, ScalingMapsEveryPointAsPixelCentresDo) {
  for_many([](const Outline& outline, float turn) {
    const cv::Point2f half(0.5F, 0.5F);
    const cv::Point2f mapped = (outline.at(turn, 0.7F) + half) * 0.25F - half;
    EXPECT_LT(distance(outline.scaled(0.25F).at(turn, 0.7F), mapped), 1e-3);
  });
}

// A picture whose brightness says where a pixel lies tells whether the right ones were taken.
TEST_F(AnyOutline, UnrolledPixelsComeFromWhereTheOutlineSays) {
  cv::Mat1b across(300, 300);
  for (int y = 0; y < 300; ++y) {
    for (int x = 0; x < 300; ++x) across(y, x) = cv::saturate_cast<uchar>(0.5 * x + 0.3 * y);
  }
  for_many([&](const Outline& outline, float) {
    const Unrolled unrolled = unroll(across, outline, 0.2F, 1.3F, 23, 36);
    for (int row = 0; row < 23; row += 4) {
      for (int turn = 0; turn < 36; turn += 5) {
        const float reach = 0.2F + 1.1F * static_cast<float>(row) / 22;
        const cv::Point2f p = outline.at((static_cast<float>(turn) + 0.5F) / 36, reach);
        if (p.x < 0 || p.y < 0 || p.x > 298 || p.y > 298) continue;
        EXPECT_NEAR(unrolled.pixels.at<uchar>(row, turn), 0.5F * p.x + 0.3F * p.y, 1.1);
      }
    }
  });
}

TEST(Unrolled, RowOfAReachIsTheRowThatShowsIt) {
  const cv::Mat1b any(40, 40, uchar{0});
  const Outline outline{.centre = {20, 20}, .half_width = 10, .half_height = 10};
  const Unrolled unrolled = unroll(any, outline, 0.5F, 1.5F, 101, 8);
  EXPECT_EQ(unrolled.row_of(0.5F), 0);
  EXPECT_EQ(unrolled.row_of(1.0F), 50);
  EXPECT_EQ(unrolled.row_of(1.5F), 100);
  EXPECT_EQ(unrolled.row_of(0.1F), 0);  // outside: the nearest
  EXPECT_EQ(unrolled.row_of(9.0F), 100);
}

struct Shaped {
  bool angular;
  float width_mm;
  float height_mm;
  SealShape shape;
};
void PrintTo(const Shaped& seal, std::ostream* out) {
  *out << seal.width_mm << " x " << seal.height_mm << " mm";
}

class ShapeOfSealsInUse : public testing::TestWithParam<Shaped> {};

TEST_P(ShapeOfSealsInUse, IsToldByTheAxes) {
  const Shaped& seal = GetParam();
  const Outline outline{
      .angular = seal.angular, .half_width = seal.width_mm / 2, .half_height = seal.height_mm / 2};
  EXPECT_EQ(outline.shape(), seal.shape);
}

INSTANTIATE_TEST_SUITE_P(Outline, ShapeOfSealsInUse,
                         testing::Values(Shaped{false, 40, 40, SealShape::Round},
                                         Shaped{false, 40, 33, SealShape::Round},  // foreshortened
                                         Shaped{false, 45, 30, SealShape::Oval},
                                         Shaped{false, 40, 30, SealShape::Oval},
                                         Shaped{true, 20, 20, SealShape::Square},
                                         Shaped{true, 20, 17, SealShape::Square},
                                         Shaped{true, 20, 10, SealShape::Rectangle},
                                         Shaped{true, 45, 20, SealShape::Rectangle}));

}  // namespace
}  // namespace vermilion::pipeline::seal
