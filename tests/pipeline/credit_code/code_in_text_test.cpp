#include "pipeline/credit_code/code_in_text.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace vermilion::pipeline::credit_code {
namespace {

const std::string kCode = "91360000625912173B";

struct Text {
  const char* situation;
  std::string text;
  std::optional<std::string> code;
};
void PrintTo(const Text& text, std::ostream* out) {
  *out << text.situation;
}

class CodeIn : public testing::TestWithParam<Text> {};

TEST_P(CodeIn, ATextIsOneThatStandsByItself) {
  EXPECT_EQ(code_in(GetParam().text), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    Reader, CodeIn,
    testing::Values(Text{"Alone", kCode, kCode}, Text{"Empty", "", std::nullopt},
                    Text{"InAnAddress", "https://example.org/?uniscid=" + kCode + "&t=1", kCode},
                    Text{"LowerCase", "code=91360000625912173b;", kCode},
                    Text{"AmongChinese", "统一社会信用代码:" + kCode + "；名称", kCode},
                    Text{"SecondOfTwoNumbers", "913600006259121738," + kCode, kCode},
                    Text{"WrongCheck", "913600006259121738", std::nullopt},
                    Text{"PartOfALongerNumber", "1" + kCode, std::nullopt},
                    Text{"PartOfALongerWord", kCode + "x", std::nullopt},
                    // The digest of a token, part of which happens to be a code.
                    Text{"InsideHexadecimals", "a3f0" + kCode + "9c1e77d0", std::nullopt},
                    Text{"LookAlikesAreNotFolded", "9136OOOO625912173B", std::nullopt},
                    Text{"CitizenId", "11010519491231002X", std::nullopt}),
    [](const auto& text) { return text.param.situation; });

TEST(CodeInSpaced, BlanksWithinItCountForNothing) {
  EXPECT_EQ(code_in_spaced("代码: 9136 0000 6259 1217 3B\n"), kCode);
  EXPECT_EQ(code_in_spaced("9136 0000 6259 1217 38\n"), std::nullopt);
  EXPECT_EQ(code_in_spaced("1 9136 0000 6259 1217 3B\n"), std::nullopt);
}

TEST(CodeInSpaced, LookAlikesAreFolded) {
  EXPECT_EQ(code_in_spaced("9I36OOOO625912I73B"), kCode);
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
