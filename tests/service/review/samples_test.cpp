#include "service/review/samples.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vermilion::service::review {
namespace {

int drawn_of(const Samples& samples, int scans) {
  int drawn = 0;
  for (int i = 0; i < scans; ++i) drawn += samples.drawn("scan " + std::to_string(i)) ? 1 : 0;
  return drawn;
}

TEST(Samples, DrawTheShareTheyAreAskedFor) {
  const int drawn = drawn_of(Samples(50, "key"), 20'000);
  EXPECT_NEAR(drawn, 1000, 100);  // three standard deviations are 92
}

TEST(Samples, DrawNothingOfNothingAndAllOfAll) {
  EXPECT_EQ(drawn_of(Samples(0, "key"), 1000), 0);
  EXPECT_EQ(drawn_of(Samples(1000, "key"), 1000), 1000);
}

TEST(Samples, DrawTheSameScanAgain) {
  const Samples samples(500, "key");
  for (int i = 0; i < 100; ++i) {
    const std::string scan = std::to_string(i);
    EXPECT_EQ(samples.drawn(scan), Samples(500, "key").drawn(scan));
  }
}

TEST(Samples, CannotBeToldWithoutTheKey) {
  const Samples ours(500, "key");
  const Samples guessed(500, "another");
  int alike = 0;
  for (int i = 0; i < 2000; ++i) {
    alike += ours.drawn(std::to_string(i)) == guessed.drawn(std::to_string(i)) ? 1 : 0;
  }
  EXPECT_NEAR(alike, 1000, 100);
}

}  // namespace
}  // namespace vermilion::service::review
