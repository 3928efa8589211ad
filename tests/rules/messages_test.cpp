#include "rules/messages.hpp"

#include "rules/message_files.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;

constexpr Language kLanguages[] = {Language::Chinese, Language::English};

bool is_finding_word(const std::string& name) {
  return std::ranges::find(finding_words(), name) != finding_words().end();
}

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> found;
  for (auto open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    found.insert(text.substr(open + 1, text.find('}', open) - open - 1));
  }
  return found;
}

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](char c) { return (c & 0xC0) != 0x80; }));
}

pipeline::Finding with_all_words(FindingCode code) {
  pipeline::Finding finding = pipeline::finding(code);
  finding.value = 1.5;
  finding.threshold = 2;
  for (const auto word : finding_words())
    finding.words[std::string(word)] = fmt::format("<{}>", word);
  return finding;
}

TEST(Messages, EachFileNamesEveryCodeAndNoOther) {
  std::set<std::string> codes{"words", "mistakes", "mistake_words"};
  for (const auto& kind : pipeline::finding_kinds()) codes.emplace(kind.name);
  for (const auto file : {message_files::kZh, message_files::kEn}) {
    const auto messages = nlohmann::json::parse(file);
    std::set<std::string> named;
    for (const auto& [code, entry] : messages.items()) named.insert(code);
    EXPECT_EQ(named, codes);
  }
}

TEST(Messages, BothFilesNameTheSameWords) {
  const auto keys = [](std::string_view file) {
    std::set<std::string> names;
    const auto words = nlohmann::json::parse(file).at("words");
    for (const auto& [word, text] : words.items()) names.insert(word);
    return names;
  };
  EXPECT_EQ(keys(message_files::kZh), keys(message_files::kEn));
}

TEST(Messages, EveryCodeHasAllThreeTextsInBothLanguages) {
  for (const auto& kind : pipeline::finding_kinds()) {
    for (const Language language : kLanguages) {
      const Text& text = text_of(kind.code, language);
      EXPECT_FALSE(text.label.empty()) << kind.name;
      EXPECT_FALSE(text.message.empty()) << kind.name;
      EXPECT_FALSE(text.remedy.empty()) << kind.name;
    }
  }
}

TEST(Messages, LabelsAreShortEnoughForTheMarkOnTheScan) {
  for (const auto& kind : pipeline::finding_kinds()) {
    const std::string label = text_of(kind.code, Language::Chinese).label;
    EXPECT_GE(characters(label), 2u) << label;
    EXPECT_LE(characters(label), 6u) << label;
    EXPECT_EQ(label.size(), 3 * characters(label)) << label << " is not all Han";
    EXPECT_LE(text_of(kind.code, Language::English).label.size(), 18u) << kind.name;
  }
}

TEST(Messages, SentencesAreClosed) {
  for (const auto& kind : pipeline::finding_kinds()) {
    const Text& zh = text_of(kind.code, Language::Chinese);
    const Text& en = text_of(kind.code, Language::English);
    EXPECT_TRUE(zh.message.ends_with("。") && zh.remedy.ends_with("。")) << kind.name;
    EXPECT_TRUE(en.message.ends_with('.') && en.remedy.ends_with('.')) << kind.name;
  }
}

TEST(Messages, PlaceholdersAreKnownAndTheSameInBothLanguages) {
  for (const auto& kind : pipeline::finding_kinds()) {
    const Text& zh = text_of(kind.code, Language::Chinese);
    const Text& en = text_of(kind.code, Language::English);
    EXPECT_EQ(placeholders(zh.message), placeholders(en.message)) << kind.name;
    EXPECT_EQ(placeholders(zh.remedy), placeholders(en.remedy)) << kind.name;
    for (const auto& name : placeholders(zh.message + zh.remedy)) {
      EXPECT_TRUE(name == "value" || name == "threshold" || is_finding_word(name))
          << kind.name << " has {" << name << "}";
    }
  }
}

TEST(Messages, EveryWordOfFindingsStandsInAText) {
  std::set<std::string> used;
  for (const auto& kind : pipeline::finding_kinds()) {
    const Text& text = text_of(kind.code, Language::Chinese);
    used.merge(placeholders(text.message + text.remedy));
  }
  for (const auto word : finding_words()) EXPECT_TRUE(used.contains(std::string(word))) << word;
}

TEST(Messages, FindingWithAllItsWordsLeavesNoPlaceholder) {
  for (const auto& kind : pipeline::finding_kinds()) {
    for (const Language language : kLanguages) {
      const Text text = text_of(with_all_words(kind.code), language);
      EXPECT_EQ((text.message + text.remedy).find_first_of("{}"), std::string::npos) << kind.name;
    }
  }
}

TEST(Messages, MeasurementsAndWordsStandInTheText) {
  pipeline::Finding blur = pipeline::finding(FindingCode::ImgBlur);
  blur.value = 0.4567;
  blur.threshold = 0.3;
  EXPECT_EQ(text_of(blur, Language::Chinese).message,
            "页面模糊：笔画边缘宽 0.46 mm，应不超过 0.30 mm。");

  pipeline::Finding wrong = pipeline::finding(FindingCode::UsccNotEqualAccount);
  wrong.words = {{"read", "A"},
                 {"expected", "B"},
                 {"read_likelihood", "99.80%"},
                 {"expected_likelihood", "<0.01%"},
                 {"differences", "1: A/B"}};
  EXPECT_EQ(text_of(wrong, Language::English).message,
            "The code on the page is A (likelihood 99.80%), the order says B (likelihood <0.01%); "
            "they differ at (place: page/order) 1: A/B.");
}

TEST(Messages, LikelihoodNobodyMeasuredIsUnknownInTheLanguageOfTheReader) {
  pipeline::Finding wrong = pipeline::finding(FindingCode::UsccNotEqualAccount);
  wrong.words = {{"read_likelihood", "unknown"}};
  EXPECT_NE(text_of(wrong, Language::Chinese).message.find("可能性 未知"), std::string::npos);
  EXPECT_NE(text_of(wrong, Language::English).message.find("likelihood unknown"),
            std::string::npos);
}

TEST(Messages, EdgesAreNamedInTheLanguageOfTheReader) {
  pipeline::Finding cut = pipeline::finding(FindingCode::ImgCropped);
  cut.words = {{"edges", "left, bottom"}};
  EXPECT_NE(text_of(cut, Language::Chinese).message.find("（左、下）"), std::string::npos);
  EXPECT_NE(text_of(cut, Language::English).message.find("(left, bottom)"), std::string::npos);
}

TEST(Messages, WordWithBracesIsNotFilledInTurn) {
  pipeline::Finding kind = pipeline::finding(FindingCode::DocWrongKind);
  kind.words = {{"title", "{expected}"}, {"expected", "{title}"}};
  EXPECT_EQ(text_of(kind, Language::Chinese).message,
            "此处应上传{title}，图片的标题是“{expected}”。");
}

TEST(Messages, WordThatIsMissingStaysVisible) {
  const Text text = text_of(pipeline::finding(FindingCode::FmtType), Language::Chinese);
  EXPECT_NE(text.message.find("{detected}"), std::string::npos);
}

struct Number {
  double value;
  const char* text;
};

class NumberText : public testing::TestWithParam<Number> {};

TEST_P(NumberText, IsWrittenForPeople) {
  EXPECT_EQ(number_text(GetParam().value), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(Messages, NumberText,
                         testing::Values(Number{0, "0"}, Number{1, "1"}, Number{-3, "-3"},
                                         Number{0.4567, "0.46"}, Number{-1.5, "-1.50"},
                                         Number{63.4, "63.4"}, Number{149.6, "150"},
                                         Number{999, "999"}, Number{1000, "1,000"},
                                         Number{-1000, "-1,000"}, Number{1048577, "1,048,577"},
                                         Number{5e12, "5,000,000,000,000"}));

}  // namespace
}  // namespace vermilion::rules
