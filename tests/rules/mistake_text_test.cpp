#include "rules/mistake_text.hpp"

#include "rules/message_files.hpp"
#include "rules/placeholders.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace vermilion::rules {
namespace {

std::set<std::string> keys(std::string_view file, const char* section) {
  const auto json = nlohmann::json::parse(file).at(section);
  std::set<std::string> names;
  for (const auto& [name, text] : json.items()) names.insert(name);
  return names;
}

std::set<std::string_view> placeholders(std::string_view text) {
  const auto names = placeholders_of(text);
  return {names.begin(), names.end()};
}

TEST(MistakeText, EachFileNamesEveryCodeAndNoOther) {
  std::set<std::string> codes;
  for (const MistakeCode code : mistake_codes()) codes.emplace(name(code));
  EXPECT_EQ(keys(message_files::kZh, "mistakes"), codes);
  EXPECT_EQ(keys(message_files::kEn, "mistakes"), codes);
}

TEST(MistakeText, BothFilesNameTheSameWords) {
  EXPECT_EQ(keys(message_files::kZh, "mistake_words"), keys(message_files::kEn, "mistake_words"));
}

TEST(MistakeText, PlaceholdersAreTheSameInBothLanguages) {
  for (const MistakeCode code : mistake_codes()) {
    const MistakeText& zh = text_of(code, Language::Chinese);
    const MistakeText& en = text_of(code, Language::English);
    EXPECT_EQ(placeholders(zh.message), placeholders(en.message)) << name(code);
    EXPECT_EQ(placeholders(zh.hint), placeholders(en.hint)) << name(code);
  }
}

TEST(MistakeText, SentencesAreClosed) {
  for (const MistakeCode code : mistake_codes()) {
    const MistakeText& zh = text_of(code, Language::Chinese);
    const MistakeText& en = text_of(code, Language::English);
    EXPECT_TRUE(zh.message.ends_with("。") && en.message.ends_with('.')) << name(code);
    EXPECT_FALSE(zh.hint.empty() || en.hint.empty()) << name(code);
  }
}

TEST(MistakeText, WordOfTheReadersLanguageIsTaken) {
  const Mistake mistake{
      MistakeCode::KeyMissing, {}, {{"key", "fee"}, {"what.zh", "价格"}, {"what.en", "The price"}}};
  EXPECT_EQ(text_of(mistake, Language::Chinese).hint, "fee：价格。");
  EXPECT_EQ(text_of(mistake, Language::English).hint, "fee: The price.");
}

TEST(MistakeText, TypesAndUnitsAreTranslated) {
  EXPECT_EQ(schema_word("fen", Language::Chinese), "分");
  EXPECT_EQ(schema_word("px", Language::Chinese), "px");
}

}  // namespace
}  // namespace vermilion::rules
