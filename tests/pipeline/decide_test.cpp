#include "pipeline/decide.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <vector>

namespace vermilion::pipeline {
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

constexpr std::array kFinds{FindingCode::ImgSkew, FindingCode::ImgLowres};

std::optional<Finding> steep(const Measurement& measured, const Parameters& parameters) {
  return if_above(measured, "skew_deg", parameters, "skew_max_deg");
}

Measurement skew_of(double deg) {
  return {.code = FindingCode::ImgSkew,
          .box = Box{1, 2, 3, 4},
          .values = {{"skew_deg", deg}},
          .words = {{"edges", "left"}}};
}

TEST(Decide, FindingHasThePlaceTheWordsTheValueAndWhatItWasHeldAgainst) {
  CheckDescription check = kDescription;
  check.finds = kFinds;
  check.decide = steep;
  const CheckRequest request{.check = "page_straight", .rule = "p/t/r"};
  const std::vector measurements{skew_of(2), skew_of(3), skew_of(3.5)};
  const auto findings = decide(check, measurements, request);
  ASSERT_EQ(findings.size(), 1u);
  const Finding expected{.code = FindingCode::ImgSkew,
                         .level = Level::Warn,
                         .check = "page_straight",
                         .rule = "p/t/r",
                         .box = Box{1, 2, 3, 4},
                         .value = 3.5,
                         .threshold = 3,
                         .words = {{"edges", "left"}}};
  EXPECT_EQ(findings.front(), expected);
}

TEST(Decide, RuleSetsTheLevelOfItsCode) {
  const CheckRequest request{.check = "page_straight",
                             .levels = {{FindingCode::ImgSkew, Level::Note}}};
  EXPECT_EQ(decide(kDescription, std::vector{skew_of(9)}, request).front().level, Level::Note);
}

TEST(Decide, CheckThatDecidesNothingTellsAllItMeasured) {
  EXPECT_EQ(decide(kDescription, std::vector{skew_of(0), skew_of(1)}, {}).size(), 2u);
  EXPECT_TRUE(decide(kDescription, {}, {}).empty());
}

// At the bound itself, a value that may not fall below it or go beyond it is right, one that may
// not reach it is wrong.
TEST(Decide, BoundItselfBelongsToTheSideItsNameSays) {
  const CheckRequest request{.check = "page_straight"};
  const Parameters parameters(kDescription, request);
  const auto is_wrong = [&](auto decide_by, double deg) {
    return decide_by(skew_of(deg), "skew_deg", parameters, "skew_max_deg").has_value();
  };
  EXPECT_TRUE(is_wrong(if_below, 2.999));
  EXPECT_FALSE(is_wrong(if_below, 3));
  EXPECT_TRUE(is_wrong(if_above, 3.001));
  EXPECT_FALSE(is_wrong(if_above, 3));
  EXPECT_TRUE(is_wrong(if_reached, 3));
  EXPECT_FALSE(is_wrong(if_reached, 2.999));
}

TEST(ValueMissing, NamesWhatCannotBeDecidedOn) {
  constexpr std::array<std::string_view, 1> kMeasures{"skew_deg"};
  CheckDescription check = kDescription;
  check.finds = kFinds;
  check.measures = kMeasures;
  EXPECT_EQ(value_missing(check, std::vector{skew_of(1)}), std::nullopt);
  EXPECT_EQ(value_missing(check, {}), std::nullopt);
  EXPECT_EQ(value_missing(check, std::vector{Measurement{.code = FindingCode::ImgSkew}}),
            "skew_deg");
  Measurement stray = skew_of(1);
  stray.code = FindingCode::SealNone;
  EXPECT_EQ(value_missing(check, std::vector{stray}), "SEAL_NONE");
}

}  // namespace
}  // namespace vermilion::pipeline
