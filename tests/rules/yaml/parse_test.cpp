#include "rules/yaml/parse.hpp"

#include <gmock/gmock.h>

#include <ostream>
#include <string>

namespace vermilion::rules::yaml {
namespace {

Node parsed(const std::string& text) {
  auto node = parse({"a.yaml", text});
  EXPECT_TRUE(node) << (node ? "" : name(node.error().code));
  return node ? *node : Node{};
}

std::string at(const std::string& text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

TEST(YamlParse, MappingKeepsItsOrderAndItsSpans) {
  const std::string text = "项目: {zh: 鹰潭, en: 'Ying ''tan'}\nfee: 22000  # 分\n";
  const Node root = parsed(text);
  ASSERT_EQ(root.kind, NodeKind::Mapping);
  ASSERT_EQ(root.members.size(), 2u);
  EXPECT_EQ(root.members[0].key, "项目");
  EXPECT_EQ(at(text, root.members[0].key_span), "项目");
  EXPECT_EQ(at(text, root.members[0].value.span), "{zh: 鹰潭, en: 'Ying ''tan'}");
  const Node* en = root.members[0].value.find("en");
  ASSERT_NE(en, nullptr);
  EXPECT_EQ(en->text, "Ying 'tan");
  EXPECT_TRUE(en->quoted);
  EXPECT_EQ(at(text, en->span), "'Ying ''tan'");
  EXPECT_EQ(at(text, root.find("fee")->span), "22000");
  EXPECT_EQ(root.find("phone"), nullptr);
}

TEST(YamlParse, ListAndBlockEndWhereTheirLastWordEnds) {
  const std::string text = "a:\n  - 印章\n  - b\n\n\nc: |\n  第一行\n  第二行\n\n";
  const Node root = parsed(text);
  EXPECT_EQ(at(text, root.find("a")->span), "- 印章\n  - b");
  EXPECT_EQ(root.find("c")->text, "第一行\n第二行\n");
  EXPECT_EQ(at(text, root.find("c")->span), "|\n  第一行\n  第二行");
}

TEST(YamlParse, NothingBehindAKeyIsNull) {
  const Node root = parsed("a:\nb: ~\nc: null\nd: ''\ne: ok\n");
  EXPECT_EQ(root.find("a")->kind, NodeKind::Null);
  EXPECT_EQ(root.find("b")->kind, NodeKind::Null);
  EXPECT_EQ(root.find("c")->kind, NodeKind::Null);
  EXPECT_EQ(root.find("d")->kind, NodeKind::Scalar);
}

TEST(YamlParse, LinesMayEndAsOnWindows) {
  const Node root = parsed("---\r\na: 1\r\nb:\r\n  - 章\r\n");
  EXPECT_EQ(root.find("a")->text, "1");
  EXPECT_EQ(root.find("b")->items.at(0).text, "章");
}

// Full-width punctuation inside a text is text.
TEST(YamlParse, ChinesePunctuationInTextsIsLeftAlone) {
  for (const char* text :
       {"zh: 请用扫描仪扫描，不要用手机拍照。\n", "zh: “原件”和“复印件”都要\n",
        "{zh: 注意：盖章, en: seal}\n", "- 注意：盖章\n", "zh: 【重要】请盖章\n",
        "zh: （一）公章；（二）法人章\n", "zh: JPEG，PNG、BMP 均可\n", "url: https://example.org\n",
        "- http://example.org\n", "zh: |\n  　　正文：缩进两格\n", "zh: \"fee：22000\"\n",
        "'fee：x': 1\n", "# 费用：22000，｛｝\na: 1 # 全角：，“”\n"}) {
    EXPECT_TRUE(parse({"a.yaml", text})) << text;
  }
}

struct Refusal {
  std::string text;
  MistakeCode code;
  std::string token;

  friend std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
    return out << refusal.text.substr(0, 200);
  }
};

class YamlRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(YamlRefusal, NamesTheCauseAtItsToken) {
  const auto& [text, code, token] = GetParam();
  const auto node = parse({"a.yaml", text});
  ASSERT_FALSE(node);
  EXPECT_EQ(name(node.error().code), name(code));
  EXPECT_EQ(at(text, node.error().span), token);
}

std::string nested(int levels) {
  return std::string(static_cast<std::size_t>(levels), '[') + "x" +
         std::string(static_cast<std::size_t>(levels), ']');
}

using enum MistakeCode;

INSTANTIATE_TEST_SUITE_P(
    Bytes, YamlRefusal,
    testing::Values(Refusal{"\xEF\xBB\xBF"
                            "a: 1\n",
                            FileBom, "\xEF\xBB\xBF"},
                    Refusal{"a: \xB9\xAB\xD5\xC2\n", FileGbk, "\xB9\xAB"},
                    Refusal{"a: \xB9 b\n", FileNotUtf8, "\xB9"}, Refusal{"", FileEmpty, ""},
                    Refusal{"# nothing\n", FileEmpty, ""},
                    Refusal{"a: \x07\n", CharacterForbidden, "\x07"},
                    Refusal{"a: x\u200By\n", CharacterForbidden, "\u200B"},
                    Refusal{"a: 1\rb: 2\n", CharacterForbidden, "\r"},
                    Refusal{"a:\n\tb: 1\n", YamlTab, "\t"},
                    Refusal{"a:\n  \tb: 1\n", YamlTab, "\t"},
                    Refusal{std::string(kBytesMax + 1, '#'), FileTooLarge, ""}));

INSTANTIATE_TEST_SUITE_P(
    Slips, YamlRefusal,
    testing::Values(Refusal{"fee：22000\n", YamlFullWidthColon, "："},
                    Refusal{"a: 1\nfee：22000\nb: 2\n", YamlFullWidthColon, "："},
                    Refusal{"a: 1\nfee：22000\n", YamlFullWidthColon, "："},
                    Refusal{"main:\n  fee：22000\n  seal: true\n", YamlFullWidthColon, "："},
                    Refusal{"main:\n  seal: true\n  公章：必须\n", YamlFullWidthColon, "："},
                    Refusal{"- rule：x\n  check: y\n", YamlFullWidthColon, "："},
                    Refusal{"name: {zh：章, en: x}\n", YamlFullWidthColon, "："},
                    Refusal{"name: {zh: 章, en：x}\n", YamlFullWidthColon, "："},
                    Refusal{"name: {zh: 章，en: x}\n", YamlFullWidthComma, "，"},
                    Refusal{"name: {zh: 章， en: x}\n", YamlFullWidthComma, "，"},
                    Refusal{"in: [order，licence]\n", YamlFullWidthComma, "，"},
                    Refusal{"in: [order、licence]\n", YamlFullWidthComma, "、"},
                    Refusal{"zh: “章”\n", YamlFullWidthQuote, "“"},
                    Refusal{"zh: \"章”\nen: x\n", YamlFullWidthQuote, "”"},
                    Refusal{"name: ｛zh: 章, en: x}\n", YamlFullWidthBracket, "｛"},
                    Refusal{"name: {zh: 章, en: x｝\nb: 1\n", YamlFullWidthBracket, "｝"},
                    Refusal{"in: ［a, b］\n", YamlFullWidthBracket, "［"},
                    Refusal{"in: 【a, b】\n", YamlFullWidthBracket, "【"},
                    Refusal{"a: 1\n　b: 2\n", YamlFullWidthSpace, "　"},
                    Refusal{"a:　1\n", YamlFullWidthSpace, "　"},
                    Refusal{"a: 　1\n", YamlFullWidthSpace, "　"},
                    Refusal{"a:\n  － b\n  － c\n", YamlFullWidthDash, "－"},
                    Refusal{"a: 1\n＃ 注释\nb: 2\n", YamlFullWidthHash, "＃"},
                    Refusal{"a: 1\nfee:22000\nb: 2\n", YamlColonWithoutSpace, "fee:"},
                    Refusal{"main:\n  fee:22000\n", YamlColonWithoutSpace, "fee:"},
                    Refusal{"a:\n  -b\n  -c\n", YamlDashWithoutSpace, "-"}));

INSTANTIATE_TEST_SUITE_P(
    LeftOut, YamlRefusal,
    testing::Values(Refusal{"a: &x 1\n", YamlAnchor, "&x"}, Refusal{"a: *x\n", YamlAlias, "*x"},
                    Refusal{"a: !!str 1\n", YamlTag, "!!str"}, Refusal{"a: !x y\n", YamlTag, "!x"},
                    Refusal{"a: !<tag:x> y\n", YamlTag, "!<tag:x>"},
                    Refusal{"<<: {b: 1}\n", YamlMergeKey, "<<"},
                    Refusal{"%YAML 1.1\n---\na: 1\n", YamlDirective, "%YAML"},
                    Refusal{"a: 1\n---\nb: 2\n", YamlSecondDocument, "---"},
                    Refusal{nested(33), YamlTooDeep, std::string(33, '[').substr(32) + "x"},
                    Refusal{"[a, b]: 1\n", YamlKeyNotText, "[a"},
                    Refusal{"{a: 1}: 2\n", YamlKeyNotText, "{a:"}));

INSTANTIATE_TEST_SUITE_P(Wrong, YamlRefusal,
                         testing::Values(Refusal{"a: 1\nb: 2\na: 3\n", YamlKeyDuplicate, "a"},
                                         Refusal{"a: 1\nfee\nb: 2\n", YamlColonMissing, "fee"},
                                         Refusal{"zh: 注意: 盖章\n", YamlColonInText, ":"},
                                         Refusal{"a: {b: 1 c: 2}\n", YamlCommaMissing, ":"},
                                         Refusal{"a: ['x' 'y']\n", YamlCommaMissing, "'y']"},
                                         Refusal{"a:\n  b: 1\n c: 2\n", YamlIndent, "c:"},
                                         Refusal{"a:\n    b: 1\n  c: 2\n", YamlIndent, "c:"},
                                         Refusal{"  a: 1\nb: 2\n", YamlIndent, "b:"},
                                         Refusal{"a: 1\n  b: 2\n", YamlIndent, "b:"},
                                         Refusal{"a:\n  - b\n  c: 1\n", YamlIndent, "c:"},
                                         Refusal{"a: - b\n", YamlIndent, "-"},
                                         Refusal{"zh: \"章\nen: x\n", YamlQuoteOpen, "\""},
                                         Refusal{"zh: '章\nen: x\n", YamlQuoteOpen, "'"},
                                         Refusal{"zh: \"章\" 必须\n", YamlAfterQuote, "必须"},
                                         Refusal{"a: [b, c\nd: 1\n", YamlBracketOpen, "["},
                                         Refusal{"a: {b: 1\nc: 2\n", YamlBracketOpen, "{"},
                                         Refusal{"a: {b: 1", YamlBracketOpen, "{"},
                                         Refusal{"a: ]\n", YamlBracketStray, "]"},
                                         Refusal{"a: [b]]\n", YamlBracketStray, "]"},
                                         Refusal{"a: [b, , c]\n", YamlBracketStray, ","},
                                         Refusal{"a: \"\\q\"\n", YamlEscape, "\\q\""},
                                         Refusal{"a: @b\n", YamlReserved, "@b"},
                                         Refusal{"a: *必填*\n", YamlReserved, "*必填*"},
                                         Refusal{"a: | b\n  c\n", YamlSyntax, "b"}));

TEST(YamlParse, ThirtyTwoLevelsAreRead) {
  EXPECT_TRUE(parse({"a.yaml", nested(kDepthMax)}));
}

TEST(YamlParse, OneMebibyteIsRead) {
  EXPECT_TRUE(parse({"a.yaml", "a: 1\n" + std::string(kBytesMax - 5, '#')}));
}

TEST(YamlParse, DuplicateKeyNamesTheLineOfTheFirst) {
  const auto node = parse({"a.yaml", "x: 1\n费: 2\n费: 3\n"});
  ASSERT_FALSE(node);
  EXPECT_THAT(node.error().words, testing::UnorderedElementsAre(testing::Pair("key", "费"),
                                                                testing::Pair("line", "2")));
}

}  // namespace
}  // namespace vermilion::rules::yaml
