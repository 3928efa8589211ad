#include "rules/warnings.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct TextCase {
  const char* name;
  const char* text;
  const char* told;  // the code; empty: nothing
  const char* at;
};

class TextOfAFile : public testing::TestWithParam<TextCase> {};

TEST_P(TextOfAFile, IsDoubtedAtTheLanguageThatLacksSomething) {
  const std::string file = "checks:\n  - applicant: " + std::string(GetParam().text) + "\n";
  const auto doubts = text_warnings(tests::rule_file("page", file).tree);
  if (std::string_view(GetParam().told).empty()) {
    EXPECT_THAT(doubts, IsEmpty());
    return;
  }
  ASSERT_THAT(doubts, SizeIs(1));
  EXPECT_EQ(name(doubts[0].code), GetParam().told);
  EXPECT_EQ(file.substr(doubts[0].span.begin, doubts[0].span.end - doubts[0].span.begin),
            GetParam().at);
}

INSTANTIATE_TEST_SUITE_P(
    TextWarnings, TextOfAFile,
    testing::Values(
        TextCase{"Translated", "{zh: 请盖章。, en: Stamp it.}", "", ""},
        TextCase{"QuotingChinese", "{zh: 显示“认证成功”。, en: It says 认证成功.}", "", ""},
        TextCase{"ProperName", "{zh: JXCA, en: JXCA}", "", ""},
        TextCase{"EnglishMissing", "{zh: 请盖章。, en: 请盖章。}", "TRANSLATION_MISSING",
                 "请盖章。"},
        TextCase{"EnglishIsChinese", "{zh: 请盖章。, en: 盖章}", "TRANSLATION_MISSING", "盖章"},
        TextCase{"EnglishIsChineseWithLatin", "{zh: 用 IE 浏览器, en: 用 IE 浏览器}",
                 "TRANSLATION_MISSING", "用 IE 浏览器"},
        TextCase{"ChineseMissing", "{zh: Stamp it., en: Stamp it.}", "TRANSLATION_MISSING",
                 "Stamp it."},
        TextCase{"PlaceholdersAlike", "{zh: \"{value} 太小\", en: \"{value} is small\"}", "", ""},
        TextCase{"PlaceholderMissingInEnglish", "{zh: \"{value} 太小\", en: Too small}",
                 "PLACEHOLDER_MISSING", "Too small"},
        TextCase{"PlaceholderMissingInChinese", "{zh: 太小, en: \"{value} is small\"}",
                 "PLACEHOLDER_MISSING", "太小"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace vermilion::rules
