#include "service/demo/rules.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/projects/folder.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::demo {
namespace {

TEST(DemoRules, EveryOperationOfEveryPublishedProjectCanBeTried) {
  const tests::TemporaryFolder folder;
  const auto copied =
      copy_rules(std::filesystem::path(VERMILION_SOURCE_DIR) / "rules", folder.path());
  ASSERT_TRUE(copied) << copied.error();
  auto files = projects::files_in(folder.path());
  ASSERT_TRUE(files);
  const auto set = projects::read_rule_set(std::move(*files), pipeline::check_descriptions());
  ASSERT_TRUE(set) << set.error();
  int fees = 0;
  for (const auto& [id, project] : set->projects) {
    if (project.rules->draft) continue;
    for (const auto& operation : project.rules->operations) {
      for (const auto& variant : operation.variants) {
        EXPECT_TRUE(variant.fee_fen) << id << " " << variant.id;
        ++fees;
      }
    }
  }
  EXPECT_EQ(fees, 10);
}

TEST(DemoRules, RulesThatSaySomethingElseAreNotPatched) {
  const tests::TemporaryFolder from;
  const tests::TemporaryFolder to;
  EXPECT_FALSE(copy_rules(from.path(), to.path()));
}

}  // namespace
}  // namespace vermilion::service::demo
