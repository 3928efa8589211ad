#include "tests/workflow/scenario.hpp"

#include <gmock/gmock.h>

#include <cctype>

// The stories of tests/workflow/scenarios, each played line by line.
namespace vermilion::tests {
namespace {

class Scenarios : public testing::TestWithParam<Scenario> {};

TEST_P(Scenarios, GoesAsTold) {
  EXPECT_THAT(played(GetParam()), testing::IsEmpty());
}

// "begin_12": the file and the line.
std::string place_of(const testing::TestParamInfo<Scenario>& scenario) {
  return scenario.param.file + "_" + std::to_string(scenario.param.line);
}

INSTANTIATE_TEST_SUITE_P(, Scenarios, testing::ValuesIn(scenarios()), place_of);

TEST(ScenarioFiles, EveryStoryCitesWhatItStandsFor) {
  for (const Scenario& scenario : scenarios()) {
    EXPECT_FALSE(scenario.rows.empty()) << scenario.file << ":" << scenario.line;
    EXPECT_FALSE(scenario.steps.empty()) << scenario.file << ":" << scenario.line;
  }
  EXPECT_GE(scenarios().size(), 40U);
}

TEST(ScenarioFiles, WhatGoesOtherwiseIsSaid) {
  const Scenario wrong{"none",
                       1,
                       "",
                       {},
                       {"applicant begin new main", "see 已发放 无 form nobody", "applicant submit",
                        "asked send_sms"}};
  EXPECT_THAT(
      played(wrong),
      testing::ElementsAre(testing::HasSubstr("is: see 未提交 无 form applicant"),
                           testing::HasSubstr("FORM_INCOMPLETE"), testing::HasSubstr("is not so")));
}

}  // namespace
}  // namespace vermilion::tests
