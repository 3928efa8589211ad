#include "service/projects/rule_set.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "tests/service/projects/shipped_rules.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::projects::digest_of;
using service::projects::read_rule_set;
using testing::HasSubstr;

TEST(RuleSet, HoldsEveryProjectAndEveryDocument) {
  const auto rules = read(shipped_files());
  EXPECT_EQ(rules.projects.size(), 10u);
  for (const auto* document : {"refund_letter", "post_checklist", "licence_copy"}) {
    EXPECT_TRUE(rules.documents.contains(document)) << document;
  }
}

TEST(RuleSet, HasTheDigestOfItsFiles) {
  const auto files = shipped_files();
  const auto other = changed(files, "projects/housing_inside.yaml", "fee: 22000", "fee: 22001");
  EXPECT_EQ(digest_of(files), digest_of(shipped_files()));
  EXPECT_NE(digest_of(files), digest_of(other));
  EXPECT_EQ(read(files).digest, digest_of(files));
  EXPECT_NE(digest_of({{"a", "b"}}), digest_of({{"a", "b\nc 1 d"}}));
}

TEST(RuleSet, WithMistakesTellsAllOfThemWhereTheyStand) {
  auto files = changed(shipped_files(), "projects/housing_inside.yaml", "fee: 22000", "fee: 220元");
  files = changed(files, "documents/id_card.yaml", "document: id_card", "document: id_cart");
  const auto rules = read_rule_set(files, pipeline::check_descriptions());
  ASSERT_FALSE(rules);
  EXPECT_THAT(rules.error(), HasSubstr("projects/housing_inside.yaml:"));
  EXPECT_THAT(rules.error(), HasSubstr("documents/id_card.yaml:"));
}

TEST(RuleSet, WithoutProjectsIsNone) {
  EXPECT_FALSE(read_rule_set({}, pipeline::check_descriptions()));
}

}  // namespace
}  // namespace vermilion::tests
