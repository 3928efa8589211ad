#include "pipeline/checks/check.hpp"

#include <gtest/gtest.h>

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kParameters{
    ParameterDescription{"skew_max_deg", "deg", 3, 0, 20, "slope of the print at most", "倾斜"},
    ParameterDescription{"dpi_warn", "dpi", 140, 50, 1200, "resolution at least", "分辨率"},
};
constexpr CheckDescription kDescription{
    .id = "page_straight", .general = true, .parameters = kParameters};

TEST(Parameters, LeftOutTheyFallBack) {
  const CheckRequest request{.check = "page_straight"};
  const Parameters parameters(kDescription, request);
  EXPECT_EQ(parameters["skew_max_deg"], 3);
  EXPECT_EQ(parameters["dpi_warn"], 140);
}

TEST(Parameters, WhatThePlanSaysGoesBeforeTheFallback) {
  const CheckRequest request{.check = "page_straight", .parameters = {{"skew_max_deg", 5.5}}};
  const Parameters parameters(kDescription, request);
  EXPECT_EQ(parameters["skew_max_deg"], 5.5);
  EXPECT_EQ(parameters["dpi_warn"], 140);
}

TEST(Parameters, NoughtIsSaidToo) {
  const CheckRequest request{.check = "page_straight", .parameters = {{"skew_max_deg", 0}}};
  EXPECT_EQ(Parameters(kDescription, request)["skew_max_deg"], 0);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
