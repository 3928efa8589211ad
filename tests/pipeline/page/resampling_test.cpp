#include "pipeline/page/resampling.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <utility>
#include <vector>

namespace vermilion::pipeline::page {
namespace {

using samples::Defect;

// Print as scanners see it; drawn rows repeat too evenly and would have a trace of their own.
samples::Recipe letter(int dpi, std::uint64_t seed, std::vector<samples::Planted> defects = {}) {
  return {.document = samples::DocumentKind::AuthorisationLetter,
          .dpi = dpi,
          .seed = seed,
          .defects = std::move(defects)};
}

cv::Mat1b scan(const samples::Recipe& recipe) {
  return tests::planes_of(samples::make(recipe)).luma;
}

TEST(Enlargement, IsTheFactorOfTheEnlarging) {
  const cv::Mat1b small = scan(letter(75, 1));
  for (const double times : {2.2, 2.6, 3.1}) {
    for (const int how : {cv::INTER_LINEAR, cv::INTER_CUBIC}) {
      cv::Mat1b large;
      cv::resize(small, large, {}, times, times, how);
      const auto found = enlargement_of(large);
      ASSERT_TRUE(found) << times << " by " << how;
      EXPECT_NEAR(*found, times, 0.05 * times) << how;
    }
  }
}

TEST(Enlargement, SharpAndSoftScansHaveNone) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    EXPECT_FALSE(enlargement_of(scan(letter(150, seed)))) << seed;
    EXPECT_FALSE(enlargement_of(scan(letter(150, seed, {{Defect::Blur, 0.2}})))) << seed;
    EXPECT_FALSE(enlargement_of(scan(letter(150, seed, {{Defect::Blur, 0.35}})))) << seed;
  }
}

TEST(Enlargement, MostEnlargedSamplesShowIt) {
  int shown = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto found = enlargement_of(scan(letter(200, seed, {{Defect::Upscaled, 2.6}})));
    if (!found) continue;
    ++shown;
    EXPECT_NEAR(*found, 2.6, 0.2) << seed;
  }
  EXPECT_GE(shown, 3);
}

TEST(Enlargement, BlankAndSmallPicturesHaveNone) {
  EXPECT_FALSE(enlargement_of(cv::Mat1b(1754, 1240, uchar{245})));
  EXPECT_FALSE(enlargement_of(cv::Mat1b(16, 16, uchar{245})));
  EXPECT_FALSE(enlargement_of(cv::Mat1b(399, 5000, uchar{245})));
}

}  // namespace
}  // namespace vermilion::pipeline::page
