#include "rules/excerpt.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace vermilion::rules {
namespace {

const yaml::Source kSource{"a.yaml", "项目: x\n名称𠮷: {zh: 章，印, fe: 1}\n"};

Mistake mistake_at(const std::string& token) {
  const std::size_t at = kSource.text.find(token);
  return {MistakeCode::YamlKeyDuplicate, {at, at + token.size()}, {{"key", token}, {"line", "1"}}};
}

TEST(Excerpt, ColumnsCountHanCharactersTwice) {
  const Place place = place_of(kSource.text.find("fe"), kSource.text);
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 22u);
  EXPECT_EQ(place.byte, kSource.text.find("fe"));
  EXPECT_EQ(place.character, 6u + 15u);
  EXPECT_EQ(place.utf16, 6u + 16u);
}

TEST(Excerpt, CaretsStandUnderTheToken) {
  EXPECT_EQ(render(mistake_at("章，印"), kSource, Language::Chinese),
            "a.yaml:2:14: 错误：键“章，印”写了两次，第一次在第 1 行。\n"
            "   2 | 名称𠮷: {zh: 章，印, fe: 1}\n"
            "     |              ^^^^^^\n"
            "  提示：只留一个。");
}

TEST(Excerpt, NearestNameIsOffered) {
  Mistake mistake{MistakeCode::KeyUnknown, {0, 6}, {{"key", "项"}, {"known", "a"}}};
  mistake.words["nearest"] = "项目";
  const auto text = render(mistake, kSource, Language::English);
  EXPECT_NE(text.find("hint: Did you mean \"项目\"? There are: a."), std::string::npos) << text;
}

TEST(Excerpt, LongLineIsCutAroundTheToken) {
  const yaml::Source source{
      "a.yaml", "k: [" + std::string(5000, 'x') + ", y, " + std::string(5000, 'z') + "]"};
  const std::size_t at = source.text.find("y");
  const std::string text = render({MistakeCode::YamlTab, {at, at + 1}}, source, Language::English);
  const auto line = text.substr(text.find("| ") + 2, text.find("\n     |") - text.find("| ") - 2);
  EXPECT_LT(line.size(), 110u);
  const auto carets = text.substr(text.find("\n     | ") + 8);
  EXPECT_EQ(line.at(carets.find('^')), 'y') << text;
}

TEST(Excerpt, BytesThatAreNoTextAreShownAsSuch) {
  const yaml::Source source{"a.yaml", "a: \xB9\xAB \x1B[2J\n"};
  const auto text = render({MistakeCode::FileGbk, {3, 5}}, source, Language::Chinese);
  EXPECT_EQ(text.find('\x1B'), std::string::npos);
  EXPECT_NE(text.find("a: \uFFFD\uFFFD \uFFFD[2J\n     |    ^^\n"), std::string::npos) << text;
}

TEST(Excerpt, TokenOverSeveralLinesIsMarkedOnItsFirst) {
  const yaml::Source source{"a.yaml", "a: [b,\n  c]\n"};
  const auto text = render({MistakeCode::ListEmpty, {3, 11}}, source, Language::English);
  EXPECT_NE(text.find("   1 | a: [b,\n     |    ^^^\n"), std::string::npos) << text;
}

TEST(Excerpt, PlaceBehindTheLastLineHasACaret) {
  const yaml::Source source{"a.yaml", "a: [\n"};
  const auto text = render({MistakeCode::YamlSyntax, {5, 5}}, source, Language::English);
  EXPECT_NE(text.find("a.yaml:2:1: "), std::string::npos) << text;
  EXPECT_NE(text.find("   2 | \n     | ^\n"), std::string::npos) << text;
}

TEST(Excerpt, JsonCountsBytesCharactersAndUtf16) {
  const auto json = to_json(mistake_at("fe"), kSource);
  EXPECT_EQ(json.at("code"), "YAML_KEY_DUPLICATE");
  EXPECT_EQ(json.at("line"), 2);
  EXPECT_EQ(json.at("column"), 22);
  EXPECT_EQ(json.at("begin").dump(), R"({"byte":38,"character":21,"utf16":22})");
  EXPECT_EQ(json.at("end").dump(), R"({"byte":40,"character":23,"utf16":24})");
  EXPECT_EQ(json.at("hint").at("en"), "Keep one of them.");
}

}  // namespace
}  // namespace vermilion::rules
