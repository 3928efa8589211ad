#include "rules/schema/completion.hpp"

#include "tests/rules/schema/surroundings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vermilion::rules::schema {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

// What is proposed where the text says ▮.
std::vector<Completion> proposed(std::string text, std::string name = "projects/tried.yaml") {
  const std::string mark = "▮";
  const auto at = text.find(mark);
  text.erase(at, mark.size());
  return completions({std::move(name), text}, at, tests::small_catalogue());
}

std::vector<std::string> words(const std::vector<Completion>& all) {
  std::vector<std::string> words;
  for (const Completion& one : all) words.push_back(one.text);
  return words;
}

TEST(Completion, KeysThatBeginLikeWhatIsTyped) {
  EXPECT_THAT(words(proposed("project: tried\npa▮")), ElementsAre("payment", "paper"));
}

TEST(Completion, KeysThatStandAlreadyAreNotProposed) {
  EXPECT_THAT(words(proposed("project: tried\nname: {zh: 甲, ▮")), ElementsAre("en"));
  EXPECT_THAT(words(proposed("project: tried\npayment: {}\npa▮")), ElementsAre("paper"));
}

TEST(Completion, KeysCarryTheirLineInBothLanguages) {
  const auto keys = proposed("operations:\n  new:\n    variants:\n      main:\n        fe▮");
  ASSERT_EQ(words(keys), (std::vector<std::string>{"fee", "fee_per"}));
  EXPECT_THAT(keys[0].zh, testing::HasSubstr("以分为单位"));
  EXPECT_THAT(keys[0].en, testing::HasSubstr("fen"));
}

TEST(Completion, WordsOfAValue) {
  EXPECT_THAT(words(proposed("freight: {to_us: ▮")), ElementsAre("applicant", "collect", "unset"));
  EXPECT_THAT(words(proposed("draft: t▮")), ElementsAre("true"));
  EXPECT_THAT(words(proposed("payment: {methods: [al▮")), ElementsAre("alipay"));
  EXPECT_THAT(words(proposed("operations:\n  re▮")), ElementsAre("reissue", "renew"));
}

TEST(Completion, NamesOfOtherFiles) {
  EXPECT_THAT(words(proposed("documents:\n  - slot: a\n    type: li▮")),
              ElementsAre("licence_copy"));
}

TEST(Completion, ChecksAndTheParametersOfTheOneBeside) {
  const std::string type = "document: page\nchecks:\n  - rule: scanned\n    check: ";
  const auto checks = proposed(type + "page▮", "documents/page.yaml");
  ASSERT_EQ(words(checks), std::vector<std::string>{"page_scanned"});
  EXPECT_EQ(checks[0].zh, "是扫描件");
  const auto of_it = proposed(type + "page_scanned\n    with: {▮", "documents/page.yaml");
  EXPECT_THAT(words(of_it), ElementsAre("photo_max", "side_min_mm"));
  EXPECT_EQ(of_it[1].zh, "最短边");
}

TEST(Completion, ParametersOfARuleThatIsChanged) {
  EXPECT_THAT(
      words(proposed("documents:\n  - slot: licence\n    type: licence_copy\n    override:\n"
                     "      checks:\n        - rule: licence_scanned\n          with:\n"
                     "            photo▮")),
      ElementsAre("photo_max"));
}

TEST(Completion, CasesKnowTheProjectTheyTry) {
  const std::string file = "project: tried\ncases:\n  - name: x\n    slot: ";
  EXPECT_THAT(words(proposed(file + "▮", "tried.test.yaml")), ElementsAre("licence", "seal_sheet"));
  EXPECT_THAT(words(proposed("project: tried\ncases:\n  - name: x\n    must: [SEAL_N▮]",
                             "tried.test.yaml")),
              Contains("SEAL_NONE"));
  EXPECT_THAT(
      words(proposed("project: tried\ncases:\n  - sample: {defects: [{bl▮", "tried.test.yaml")),
      ElementsAre("blur"));
}

TEST(Completion, NothingInTextsCommentsAndUnknownPlaces) {
  for (const char* text : {"name: {zh: ▮", "scope: \"▮", "# pro▮", "nothing:\n  a▮"}) {
    EXPECT_THAT(words(proposed(text)), IsEmpty()) << text;
  }
}

// At each place of the manual's own files something sensible or nothing, and never the end.
TEST(Completion, EveryPlaceOfAFileIsAnswered) {
  const std::string text =
      "project: tried\nname: {zh: 甲, en: A}\ndocuments:\n  - slot: licence\n    type: "
      "licence_copy\n"
      "    when: operation == new\ncompare:\n  - {rule: r, same: credit_code, in: [order, "
      "licence]}\n";
  for (std::size_t at = 0; at <= text.size(); ++at) {
    for (const Completion& one :
         completions({"projects/tried.yaml", text}, at, tests::small_catalogue())) {
      EXPECT_THAT(one.text, Not(IsEmpty()));
    }
  }
}

}  // namespace
}  // namespace vermilion::rules::schema
