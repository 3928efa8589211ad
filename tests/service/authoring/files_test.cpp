#include "service/authoring/files.hpp"

#include "tests/service/authoring/shipped_files.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::authoring {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

TEST(RulePaths, AreThoseOfAFolderOfRules) {
  for (const auto* path :
       {"projects/fair.yaml", "projects/fair_2.test.yaml", "documents/licence_copy.yaml"}) {
    EXPECT_TRUE(is_rule_path(path)) << path;
  }
  for (const auto* path :
       {"", "fair.yaml", "projects/", "projects/.yaml", "projects/Fair.yaml", "projects/a/b.yaml",
        "../projects/fair.yaml", "projects/../x.yaml", "documents/x.test.yaml", "projects/fair.yml",
        "/projects/fair.yaml", "projects/fair.yaml/", "forms/fair.yaml"}) {
    EXPECT_FALSE(is_rule_path(path)) << path;
  }
}

TEST(RuleFiles, AreEditedReplacedAndTakenAway) {
  const Files edited_files = edited({{"a", "1"}, {"b", "2"}}, {{"a", "3"}, {"b", {}}, {"c", "4"}});
  EXPECT_EQ(edited_files, (Files{{"a", "3"}, {"c", "4"}}));
}

TEST(RuleFiles, BesideAProjectAreTheTypesAndItsCases) {
  const Files all{{"documents/a.yaml", ""},      {"projects/x.yaml", ""},
                  {"projects/x.test.yaml", ""},  {"projects/xx.yaml", ""},
                  {"projects/xx.test.yaml", ""}, {"documents/b.yaml", ""}};
  const Files of_x{{"documents/a.yaml", ""},
                   {"documents/b.yaml", ""},
                   {"projects/x.yaml", ""},
                   {"projects/x.test.yaml", ""}};
  EXPECT_EQ(beside({{"projects/x.yaml", "new"}}, all), of_x);
  EXPECT_EQ(beside({{"projects/x.test.yaml", "new"}}, all), of_x);
  EXPECT_EQ(beside({{"documents/a.yaml", "new"}}, all), all);
}

TEST(RuleFiles, ThatShipAreSound) {
  const auto set = sound(tests::shipped_files());
  ASSERT_TRUE(set);
  EXPECT_GE(set->projects.size(), 10U);
  const auto one = authored(*set, {"yingtan_sunshine"});
  ASSERT_THAT(one, SizeIs(1));
  EXPECT_EQ(one.front().project.digest, set->projects.at("yingtan_sunshine").rules->digest);
  ASSERT_TRUE(one.front().cases);
  EXPECT_GT(one.front().cases->cases.size(), 5U);
  EXPECT_EQ(authored(*set, {}).size(), set->projects.size());
}

TEST(RuleFiles, TellEveryMistakeAtItsFile) {
  Files files = tests::shipped_files();
  files["projects/yingtan_sunshine.yaml"] = "project: yingtan_sunshine\nnmae: x\n";
  files["projects/housing_inside.test.yaml"] += "\n  - nonsense\n";
  const auto set = sound(files);
  ASSERT_FALSE(set);
  const auto& all = std::get<review::AllWrong>(set.error());
  EXPECT_THAT(all, testing::Contains(testing::Field(&review::Wrong::pointer,
                                                    "/files/projects~1yingtan_sunshine.yaml")));
  EXPECT_THAT(all, testing::Contains(testing::Field(&review::Wrong::pointer,
                                                    "/files/projects~1housing_inside.test.yaml")));
  EXPECT_THAT(all.front().why, HasSubstr(".yaml:"));
}

}  // namespace
}  // namespace vermilion::service::authoring
