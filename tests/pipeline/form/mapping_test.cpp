#include "pipeline/form/mapping.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace vermilion::pipeline::form {
namespace {

// A sheet askew under a camera.
const cv::Matx33d kSeen(7.6, -0.4, 40, 0.5, 7.4, 30, 2e-4, 1e-4, 1);

std::vector<Sighting> sightings(bool along_normals) {
  std::vector<Sighting> all;
  for (int x = 10; x <= 200; x += 38) {
    for (int y = 10; y <= 290; y += 40) {
      const cv::Point2d mm(x, y);
      all.push_back({.mm = mm, .px = apply(kSeen, mm)});
      if (along_normals)
        all.back().normal = (x + y) % 4 == 0 ? cv::Point2d(1, 0) : cv::Point2d(0, 1);
    }
  }
  return all;
}

void expect_same(const cv::Matx33d& map) {
  for (const cv::Point2d mm : {cv::Point2d(0, 0), {210, 0}, {0, 297}, {210, 297}}) {
    EXPECT_LT(cv::norm(apply(map, mm) - apply(kSeen, mm)), 0.05) << mm.x << ", " << mm.y;
  }
}

TEST(FormMapping, PerspectiveIsFoundFromPointsSeenBothWays) {
  const auto all = sightings(false);
  expect_same(fitted(affine_through(all), all, 1e6));
}

TEST(FormMapping, PointsSeenAcrossLinesAloneAreEnough) {
  const auto guess = affine_through(sightings(false));
  expect_same(fitted(guess, sightings(true), 60));
}

TEST(FormMapping, OutliersAreLeftOut) {
  auto all = sightings(false);
  const auto guess = fitted(affine_through(all), all, 1e6);
  for (std::size_t i = 0; i < all.size(); i += 5) all[i].px += cv::Point2d(30, -20);
  expect_same(fitted(guess, all, 8));
}

TEST(FormMapping, DensityIsThatOfThePlace) {
  const cv::Matx33d twice(2, 0, 5, 0, 2, 7, 0, 0, 1);
  EXPECT_NEAR(density_at(twice, {100, 100}), 2, 1e-9);
  EXPECT_GT(density_at(kSeen, {10, 10}), density_at(kSeen, {200, 290}));
}

}  // namespace
}  // namespace vermilion::pipeline::form
