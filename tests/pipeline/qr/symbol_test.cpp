#include "pipeline/qr/symbol.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>

namespace vermilion::pipeline::qr {
namespace {

struct Payload {
  const char* name;
  std::string bytes;
  std::optional<std::string> text;
};
void PrintTo(const Payload& payload, std::ostream* out) {
  *out << payload.name;
}

class TextOf : public testing::TestWithParam<Payload> {};

TEST_P(TextOf, PayloadIsTakenOrLeft) {
  EXPECT_EQ(utf8_of(GetParam().bytes), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Symbol, TextOf,
    testing::Values(Payload{"Empty", "", ""},
                    Payload{"Ascii", "https://example.org/?a=1", "https://example.org/?a=1"},
                    Payload{"Utf8", "样州市墨舟测绘有限公司", "样州市墨舟测绘有限公司"},
                    // 营业执照
                    Payload{"Gbk", "\xD3\xAA\xD2\xB5\xD6\xB4\xD5\xD5", "营业执照"},
                    // 名称：墨舟;91369999MA00000000
                    Payload{"GbkAmongAscii",
                            "\xC3\xFB\xB3\xC6\xA3\xBA\xC4\xAB\xD6\xDB;91369999MA00000000",
                            "名称：墨舟;91369999MA00000000"},
                    // テスト, whose leads lie below those of Chinese text.
                    Payload{"ShiftJis", "\x83\x65\x83\x58\x83\x67", std::nullopt},
                    Payload{"CutGbk", "\xD3\xAA\xD2", std::nullopt},
                    Payload{"CutUtf8", "\xE8\x90", std::nullopt},
                    Payload{"Latin1", "caf\xE9", std::nullopt},
                    Payload{"OverlongUtf8", "\xC0\x80", std::nullopt},
                    Payload{"Surrogate", "\xED\xA0\x80", std::nullopt},
                    Payload{"Bytes", std::string("\xFF\xFE\x00\x01", 4), std::nullopt}),
    [](const auto& payload) { return payload.param.name; });

TEST(Utf8Of, ZeroBytesAreKept) {
  const std::string text("a\0b", 3);
  EXPECT_EQ(utf8_of(text), text);
}

TEST(Utf8Of, AnyTwoBytesGiveValidUtf8OrNothing) {
  for (int lead = 0; lead < 256; ++lead) {
    for (int trail = 0; trail < 256; ++trail) {
      const auto text = utf8_of({static_cast<char>(lead), static_cast<char>(trail)});
      if (!text) continue;
      EXPECT_EQ(utf8_of(*text), text);  // UTF-8 stays as it is
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::qr
