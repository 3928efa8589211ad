#include "workflow/subject.hpp"

#include <gmock/gmock.h>

// The text that binds two persons can be told in words, line for line.
namespace vermilion::tests {
namespace {

using namespace workflow;
using testing::IsEmpty;

std::string text_of(const std::vector<SubjectLine>& lines) {
  std::string text;
  for (const SubjectLine& line : lines) add_line(text, line.name, line.value);
  return text;
}

TEST(SubjectLines, AreReadAsTheyWereAdded) {
  const std::vector<SubjectLine> lines{
      {"order", "JX1"}, {"in key", "锁 1: 甲"}, {"letter", ""}, {"name", "样例公司"}};
  EXPECT_EQ(text_of(lines), "order 3: JX1\nin key 10: 锁 1: 甲\nletter 0: \nname 12: 样例公司\n");
  EXPECT_EQ(lines_of(text_of(lines)), lines);
}

TEST(SubjectLines, OfAValueThatLooksLikeALineAreOne) {
  const std::vector<SubjectLine> lines{{"reason", "x\nfen 1: 1\n"}, {"letter", "a"}};
  EXPECT_EQ(lines_of(text_of(lines)), lines);
}

TEST(SubjectLines, OfATextThatWasNotMadeSoAreNone) {
  for (const char* text :
       {"order", "order 3", "order x: JX1\n", "order 3: JX", "order 9: JX1\n", "order 2: JX1\n",
        ": \n", "order 3: JX1\nand more", "order 99999999999999999999: JX1\n", "order -1: \n"}) {
    EXPECT_THAT(lines_of(text), IsEmpty()) << text;
  }
  EXPECT_THAT(lines_of(""), IsEmpty());
}

}  // namespace
}  // namespace vermilion::tests
