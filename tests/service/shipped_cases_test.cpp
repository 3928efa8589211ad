#include "service/commands/pipeline.hpp"
#include "service/commands/rule_set.hpp"
#include "service/commands/rules_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

// The cases beside the projects hold, drawn and inspected as the program does it.
namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;

const fs::path kRules = fs::path(VERMILION_SOURCE_DIR) / "rules";

// A project a test: they run side by side.
std::vector<std::string> projects_with_cases() {
  std::vector<std::string> projects;
  for (const auto& id : project_ids(kRules)) {
    if (fs::exists(kRules / "projects" / (id + ".test.yaml"))) projects.push_back(id);
  }
  return projects;
}

class ShippedCases : public testing::TestWithParam<std::string> {};

TEST_P(ShippedCases, AllHold) {
  std::ostringstream out;
  std::ostringstream err;
  cli::Console console{stdin, out, err};
  const RulesTestOptions options{.paths = {kRules / "projects" / (GetParam() + ".yaml")},
                                 .rules = kRules,
                                 .models = fs::path(VERMILION_SOURCE_DIR) / "models",
                                 .jobs = 1};
  EXPECT_EQ(rules_test(options, real_pipeline(), console), cli::ExitCode::Accepted)
      << out.str() << err.str();
}

INSTANTIATE_TEST_SUITE_P(, ShippedCases, testing::ValuesIn(projects_with_cases()),
                         [](const auto& project) { return project.param; });

}  // namespace
}  // namespace vermilion::service::commands
