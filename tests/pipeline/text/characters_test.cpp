#include "pipeline/text/characters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vermilion::pipeline::text {
namespace {

TEST(Characters, Utf8OfAllLengthsComesBackTheSame) {
  const std::string text = "aé￥（𠮷䶮㙓）";
  const std::u32string characters = characters_of(text);
  EXPECT_EQ(characters.size(), 8u);
  EXPECT_EQ(utf8_of(characters), text);
}

TEST(Characters, CutSequenceEndsWithoutReadingBeyond) {
  EXPECT_EQ(characters_of("\xE4\xB8").size(), 1u);
}

TEST(Characters, WidthsBracketsDotsAndBlanksAreFolded) {
  EXPECT_EQ(compared(U"示例（江西）有限　公司"), compared(U"示例(江西) 有限公司"));
  EXPECT_EQ(compared(U"〔江西〕"), U"(江西)");
  EXPECT_EQ(compared(U"阿不都•买买提"), compared(U"阿不都·买买提"));
  EXPECT_EQ(compared(U"９１３６Ａ"), U"9136A");
  EXPECT_NE(compared(U"十"), compared(U"+"));
}

TEST(Characters, HanOfAllPlanesIsHanAndNothingElse) {
  for (const char32_t c : std::u32string(U"永㙓䶮𠮷")) {
    EXPECT_TRUE(is_han(c));
  }
  for (const char32_t c : std::u32string(U"A9（。あ")) {
    EXPECT_FALSE(is_han(c));
  }
}

}  // namespace
}  // namespace vermilion::pipeline::text
