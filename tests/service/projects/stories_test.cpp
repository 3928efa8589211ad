#include "tests/service/projects/shipped_rules.hpp"
#include "tests/workflow/scenario.hpp"
#include "workflow/command.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <set>

// Lives of orders by the rules as they are published.
namespace vermilion::tests {
namespace {

const service::projects::RuleSet& published() {
  static const auto kRules = read(files_with_every_fee());
  return kRules;
}

const std::vector<Scenario>& stories() {
  static const auto kStories = scenarios_in("service/projects/stories");
  return kStories;
}

Journey by_the_rules_of(const std::string& project) {
  Journey journey;
  journey.terms = *published().projects.at(project).terms;
  return journey;
}

class ScenarioOfAProject : public testing::TestWithParam<Scenario> {};

TEST_P(ScenarioOfAProject, GoesAsTold) {
  EXPECT_THAT(played(GetParam(), by_the_rules_of(GetParam().project)), testing::IsEmpty());
  EXPECT_FALSE(GetParam().rows.empty());
}

INSTANTIATE_TEST_SUITE_P(, ScenarioOfAProject, testing::ValuesIn(stories()), [](const auto& story) {
  return fmt::format("line_{}", story.param.line);
});

// "yingtan_sunshine new main", of the order that was begun in the end.
std::string told_by(const Scenario& story) {
  std::string told;
  for (const std::string& step : story.steps) {
    if (step.find(" -> ") != step.npos || !step.starts_with("applicant begin ")) continue;
    const auto words = words_in(step);
    told = fmt::format("{} {} {}", story.project, words.at(2), words.at(3));
  }
  return told;
}

TEST(ScenariosOfProjects, EverythingThatCanBeOrderedIsToldToItsLastStatus) {
  std::set<std::string> told;
  for (const Scenario& story : stories()) {
    EXPECT_TRUE(story.steps.back().starts_with("see 已发放 支付成功 ")) << story.title;
    told.insert(told_by(story));
  }
  std::set<std::string> offered;
  for (const auto& [id, project] : published().projects) {
    if (project.terms->draft) continue;
    for (const auto& operation : project.terms->operations) {
      for (const auto& variant : operation.variants) {
        offered.insert(fmt::format("{} {} {}", id, name_of(operation.operation), variant.id));
      }
    }
  }
  EXPECT_EQ(told, offered);
}

}  // namespace
}  // namespace vermilion::tests
