#include "rules/yaml/cursor.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vermilion::rules::yaml {
namespace {

// The cursor is where the text says ▮.
std::optional<Cursor> in(std::string text) {
  const std::string mark = "▮";
  const auto at = text.find(mark);
  return cursor_at(text.erase(at, mark.size()), at);
}

// "documents > - > override", the key and what is typed.
std::string told(const std::optional<Cursor>& cursor) {
  if (!cursor) return "nowhere";
  std::string text;
  for (auto level = cursor->levels.begin() + 1; level != cursor->levels.end(); ++level) {
    text += level->key + (level->item ? "[]" : "") + " > ";
  }
  return text + cursor->key + (cursor->in_list ? "[]" : "") + "|" + cursor->typed;
}

struct Case {
  const char* name;
  const char* text;
  const char* place;
};

class CursorPlace : public testing::TestWithParam<Case> {};

TEST_P(CursorPlace, IsFoundByWhatStandsBefore) {
  EXPECT_EQ(told(in(GetParam().text)), GetParam().place) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    , CursorPlace,
    testing::Values(
        Case{"EmptyFile", "▮", "|"}, Case{"FirstKey", "proj▮", "|proj"},
        Case{"BehindAKey", "project: a\ndraft: ▮", "draft|"},
        Case{"WordBehindAKey", "draft: tr▮ue", "draft|tr"},
        Case{"Nested", "operations:\n  new:\n    var▮", "operations > new > |var"},
        Case{"BackAtTheMargin", "operations:\n  new:\n    source: S1\nsc▮", "|sc"},
        Case{"NextSibling", "operations:\n  new:\n    source: S1\n  ren▮", "operations > |ren"},
        Case{"Item", "documents:\n  - sl▮", "documents[] > |sl"},
        Case{"SecondItem", "documents:\n  - slot: a\n    type: b\n  - ▮", "documents[] > |"},
        Case{"KeyOfAnItem", "documents:\n  - slot: a\n    type: li▮", "documents[] > type|li"},
        Case{"ItemsAtTheMargin", "documents:\n- slot: a\n  ty▮", "documents[] > |ty"},
        Case{"ListInAList", "documents:\n  - slot: a\n    any_of:\n      - ty▮",
             "documents[] > any_of[] > |ty"},
        Case{"BlankLinesAndComments", "a:\n  b: 1\n\n# note\n  ▮", "a > |"},
        Case{"EmptyLineAtTheMargin", "a:\n  - b: 1\n▮", "|"},
        Case{"Braces", "name: {zh: 文, e▮", "name > |e"},
        Case{"BehindAKeyInBraces", "name: {zh: 文▮", "name > zh|文"},
        Case{"BracesInAnItem", "checks:\n  - {rule: a, le▮", "checks[] > |le"},
        Case{"BracesInBraces", "new: {variants: {main: {fe▮", "new > variants > main > |fe"},
        Case{"ClosedBraces", "new: {a: {b: 1}, c▮", "new > |c"},
        Case{"Brackets", "formats: [jpeg, p▮", "formats[]|p"},
        Case{"BracketsInBraces", "files: {formats: [jp▮", "files > formats[]|jp"},
        Case{"BracesInBrackets", "defects: [{bl▮", "defects[] > |bl"},
        Case{"BracesOverLines", "name: {zh: 文,\n  e▮", "name > |e"},
        Case{"AfterBracesOverLines", "name: {zh: 文,\n  en: b}\nso▮", "|so"},
        Case{"CommaInQuotes", "name: {zh: \"a, b\", e▮", "name > |e"},
        Case{"InQuotes", "name: \"a▮", "nowhere"},
        Case{"InQuotesInBraces", "n: {zh: \"a▮", "nowhere"},
        Case{"InAComment", "a: 1\n  # no▮", "nowhere"}, Case{"BeginsABlock", "note: |▮", "nowhere"},
        Case{"InABlock", "note: |\n  some: text▮", "nowhere"},
        Case{"AfterABlock", "note: |\n  some: text\n  more\nne▮", "|ne"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Cursor, KnowsWhatStandsBesideIt) {
  const auto cursor = in("checks:\n  - rule: sharp\n    check: \"page_sharp\"\n    with: {▮");
  ASSERT_TRUE(cursor);
  ASSERT_EQ(cursor->levels.size(), 3u);
  EXPECT_EQ(cursor->levels[1].keys.at("check"), "page_sharp");
  EXPECT_TRUE(cursor->levels[1].keys.contains("with"));
}

// Whatever stands before it: no cursor ends the program.
TEST(Cursor, AnywhereInAnythingIsAnswered) {
  const std::string text =
      "a: {b: [c, {d: 'e\n- - x: |\n   y\n ]]}} : ,\n\t\r\n  - \n-\nk: [1\n\"q: {";
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const auto cursor = cursor_at(text, at);
    EXPECT_TRUE(!cursor || !cursor->levels.empty()) << at;
  }
}

}  // namespace
}  // namespace vermilion::rules::yaml
