#include "service/output/plain_text.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::output {
namespace {

TEST(PlainText, TextForPeopleIsLeftAlone) {
  for (const char* text : {"", "scan.jpg", "扫描件（副本）.jpg", "𠮷野.png", "<&\"'> 100 %", "é"}) {
    EXPECT_EQ(plain_text(text), text);
  }
}

struct Offender {
  const char* name;
  const char* text;
  const char* shown;
};

class PlainTextOf : public testing::TestWithParam<Offender> {};

TEST_P(PlainTextOf, IsHarmless) {
  EXPECT_EQ(plain_text(GetParam().text), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    PlainText, PlainTextOf,
    testing::Values(Offender{"LineFeed", "a\nb", "a\uFFFDb"},
                    Offender{"CarriageReturn", "a\rb", "a\uFFFDb"},
                    Offender{"EscapeSequence", "\x1b[2J", "\uFFFD[2J"},
                    Offender{"Delete", "a\x7f", "a\uFFFD"},
                    Offender{"C1Control", "\u009b2J", "\uFFFD2J"},
                    Offender{"RightToLeftOverride", "a\u202Egpj.exe", "a\uFFFDgpj.exe"},
                    Offender{"LineSeparator", "a\u2028b", "a\uFFFDb"},
                    Offender{"Noncharacter", "a\uFFFF", "a\uFFFD"},
                    Offender{"ByteThatIsNoUtf8", "a\xff", "a\uFFFD"},
                    Offender{"OverlongSlash", "\xc0\xaf", "\uFFFD\uFFFD"},
                    Offender{"CutCharacter", "\xe6\x89", "\uFFFD"},
                    Offender{"Surrogate", "\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace vermilion::service::output
