#include "tests/workflow/organisation/story.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

// The stories of accounts, each played line by line.
namespace vermilion::tests {
namespace {

class AccountScenarios : public testing::TestWithParam<Scenario> {};

TEST_P(AccountScenarios, GoesAsTold) {
  EXPECT_THAT(account_played(GetParam()), testing::IsEmpty());
  EXPECT_FALSE(GetParam().rows.empty());
}

INSTANTIATE_TEST_SUITE_P(, AccountScenarios, testing::ValuesIn(account_scenarios()),
                         [](const auto& story) {
                           return fmt::format("{}_{}", story.param.file, story.param.line);
                         });

TEST(AccountScenarioFiles, WhatGoesOtherwiseIsSaid) {
  const Scenario wrong{
      "none",
      1,
      "",
      {},
      {"registered", "name 甲", "applicant remove_seat seat1",
       "applicant confirm_name -> LAST_SEAT", "advised no go_to_hall", "asked void_orders"}};
  EXPECT_THAT(account_played(wrong),
              testing::ElementsAre(
                  testing::HasSubstr("is 鹰潭市样例(有限)公司"), testing::HasSubstr("LAST_SEAT"),
                  testing::HasSubstr("is taken"), testing::HasSubstr("changed the organisation"),
                  testing::HasSubstr("another question"), testing::HasSubstr("is not so")));
}

}  // namespace
}  // namespace vermilion::tests
