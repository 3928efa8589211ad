#include "pipeline/text/document_kind.hpp"
#include "rules/schema/keys.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string_view>

// What a rule file may say a page's title names, and what the pipeline can read there.
namespace vermilion::tests {
namespace {

std::set<std::string_view> kinds_of_the_rules() {
  const auto* document = &rules::schema::shape_of(rules::schema::FileKind::Document);
  const auto words = rules::schema::find(*document, "kinds")->value.item->words;
  return {words.begin(), words.end()};
}

std::set<std::string_view> kinds_of_the_pipeline() {
  std::set<std::string_view> kinds;
  for (const auto& title : pipeline::text::document_titles()) kinds.insert(title.kind);
  return kinds;
}

TEST(DocumentTitles, EachThatIsReadMayStandInRules) {
  EXPECT_THAT(kinds_of_the_pipeline(), testing::IsSubsetOf(kinds_of_the_rules()));
}

TEST(DocumentTitles, EachThatMayStandInRulesIsRead) {
  EXPECT_THAT(kinds_of_the_rules(), testing::IsSubsetOf(kinds_of_the_pipeline()));
}

}  // namespace
}  // namespace vermilion::tests
