#include "rules/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;
using testing::ElementsAre;
using testing::SizeIs;

struct NameCase {
  const char* name;
  const char* read;
  const char* expected;
  FindingCode code;
  const char* edits;
};

class NameDiffers : public testing::TestWithParam<NameCase> {};

TEST_P(NameDiffers, AsWhatItIsAndWhere) {
  const auto difference = name_difference(GetParam().read, GetParam().expected);
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->code, GetParam().code) << pipeline::name(difference->code);
  EXPECT_EQ(edits_text(*difference), GetParam().edits);
}

INSTANTIATE_TEST_SUITE_P(
    Names, NameDiffers,
    testing::Values(
        NameCase{"HalfWidthBrackets", "南天(江西)建设公司", "南天（江西）建设公司",
                 FindingCode::NameWidth, "3: (/（, 6: )/）"},
        NameCase{"FullWidthLetters", "ＡＢ公司", "AB公司", FindingCode::NameWidth,
                 "1: Ａ/A, 2: Ｂ/B"},
        NameCase{"IdeographicBlank", "甲　乙", "甲 乙", FindingCode::NameWidth, "2: 　/ "},
        NameCase{"DotOfATransliteratedName", "买买提・艾力", "买买提·艾力", FindingCode::NameWidth,
                 "4: ・/·"},
        NameCase{"RadicalForACharacter", "⽰例公司", "示例公司", FindingCode::NameWidth,
                 "1: ⽰/示"},
        NameCase{"Missing", "江西建工集团", "江西省建工集团", FindingCode::NameMissing, "3: -/省"},
        NameCase{"MissingAtTheEnd", "示例有限公", "示例有限公司", FindingCode::NameMissing,
                 "6: -/司"},
        NameCase{"MissingAtTwoPlaces", "江西建集团", "江西省建工集团", FindingCode::NameMissing,
                 "3: -/省, 5: -/工"},
        NameCase{"Extra", "示例有限责任公司", "示例有限公司", FindingCode::NameExtra,
                 "5: 责/-, 5: 任/-"},
        NameCase{"Blank", "示例 公司", "示例公司", FindingCode::NameExtra, "3:  /-"},
        NameCase{"OtherCharacter", "未来科技公司", "末来科技公司", FindingCode::NameChar,
                 "1: 未/末"},
        NameCase{"OtherCharacterAndMissing", "未来科技公", "末来科技公司", FindingCode::NameChar,
                 "1: 未/末, 6: -/司"},
        NameCase{"WidthCountsNoMoreBesideAWrongCharacter", "未来(江西)公司", "末来（江西）公司",
                 FindingCode::NameChar, "1: 未/末"},
        NameCase{"TenIsNoPlus", "十公司", "+公司", FindingCode::NameChar, "1: 十/+"},
        NameCase{"CircledNumberIsNoNumber", "①公司", "1公司", FindingCode::NameChar, "1: ①/1"},
        NameCase{"NothingRead", "", "甲乙", FindingCode::NameMissing, "1: -/甲, 2: -/乙"},
        NameCase{"BeyondTheBasicPlane", "𠮷田公司", "吉田公司", FindingCode::NameChar, "1: 𠮷/吉"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(NameDifference, SameNameHasNone) {
  EXPECT_FALSE(name_difference("南天（江西）公司", "南天（江西）公司"));
  EXPECT_FALSE(name_difference("", ""));
}

TEST(NameDifference, OverlongNamesDifferWithoutSayingWhere) {
  const std::string read(600, 'a');
  const std::string expected(600, 'b');
  const auto difference = name_difference(read, expected);
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->code, FindingCode::NameChar);
  EXPECT_TRUE(difference->edits.empty());
}

// Names over few characters, so that repetitions and coincidences happen.
class RandomNames {
 public:
  std::vector<std::string> name() {
    std::vector<std::string> characters(1 + random_() % 8);
    for (auto& character : characters) character = this->character();
    return characters;
  }
  const std::string& character() { return kAlphabet[random_() % kAlphabet.size()]; }
  std::size_t below(std::size_t bound) { return random_() % bound; }

 private:
  inline static const std::vector<std::string> kAlphabet{"江", "西", "省", "建", "工", "𠮷", "A"};
  std::minstd_rand random_{20'240'501};
};

std::string joined(const std::vector<std::string>& characters) {
  std::string name;
  for (const auto& character : characters) name += character;
  return name;
}

// The name read, made from the name expected by the edits.
std::string applied(const std::vector<std::string>& expected, const NameDifference& difference) {
  std::string read;
  std::size_t at = 0;
  for (const NameEdit& edit : difference.edits) {
    while (at < edit.expected_at) read += expected[at++];
    read += edit.read;
    if (!edit.expected.empty()) ++at;
  }
  while (at < expected.size()) read += expected[at++];
  return read;
}

TEST(NameDifference, EditsLeadFromTheNameExpectedToTheNameRead) {
  RandomNames names;
  for (int i = 0; i < 5000; ++i) {
    const auto expected = names.name();
    const std::string read = joined(names.name());
    const auto difference = name_difference(read, joined(expected));
    if (read == joined(expected)) {
      EXPECT_FALSE(difference);
    } else {
      ASSERT_TRUE(difference);
      EXPECT_EQ(applied(expected, *difference), read);
    }
  }
}

TEST(NameDifference, WhatIsMissingOneWayIsExtraTheOther) {
  const auto mirrored = [](FindingCode code) {
    return code == FindingCode::NameMissing ? FindingCode::NameExtra
           : code == FindingCode::NameExtra ? FindingCode::NameMissing
                                            : code;
  };
  RandomNames names;
  for (int i = 0; i < 5000; ++i) {
    const std::string a = joined(names.name());
    const std::string b = joined(names.name());
    const auto forth = name_difference(a, b);
    const auto back = name_difference(b, a);
    ASSERT_EQ(forth.has_value(), back.has_value());
    if (!forth) continue;
    EXPECT_EQ(mirrored(forth->code), back->code) << a << " " << b;
    EXPECT_EQ(forth->edits.size(), back->edits.size()) << a << " " << b;
  }
}

TEST(NameDifference, EverySingleEditIsNamed) {
  RandomNames names;
  for (int i = 0; i < 3000; ++i) {
    const auto expected = names.name();
    const std::size_t at = names.below(expected.size());
    auto shorter = expected;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(at));
    auto longer = expected;
    longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(at), "乙");
    auto other = expected;
    other[at] = "乙";
    const auto code = [&](const auto& read) {
      const auto difference = name_difference(joined(read), joined(expected));
      EXPECT_THAT(difference->edits, SizeIs(1));
      return difference->code;
    };
    EXPECT_EQ(code(shorter), FindingCode::NameMissing);
    EXPECT_EQ(code(longer), FindingCode::NameExtra);
    EXPECT_EQ(code(other), FindingCode::NameChar);
  }
}

TEST(NameDifference, BytesThatAreNoTextAreStillCompared) {
  const auto difference = name_difference("\xff\xfe公司", "示例公司");
  ASSERT_TRUE(difference);
  EXPECT_EQ(difference->code, FindingCode::NameChar);
}

}  // namespace
}  // namespace vermilion::rules
