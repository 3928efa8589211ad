#include "service/server/framing.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace vermilion::service::server {
namespace {

struct Attack {
  const char* name;
  http::Headers headers;

  friend std::ostream& operator<<(std::ostream& out, const Attack& attack) {
    return out << attack.name;
  }
};

http::Headers with_host(http::Headers headers) {
  headers.insert(headers.begin(), {"Host", "vermilion.example"});
  return headers;
}

const Attack kAttacks[] = {
    {"LengthAndCoding", with_host({{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}})},
    {"CodingAlone", with_host({{"Transfer-Encoding", "chunked"}})},
    {"CodingOfAnotherCase", with_host({{"TRANSFER-encoding", "identity"}})},
    {"CodingWithABlank", with_host({{"Transfer-Encoding ", "chunked"}})},
    {"TwoLengths", with_host({{"Content-Length", "5"}, {"Content-Length", "6"}})},
    {"TheSameLengthTwice", with_host({{"Content-Length", "5"}, {"content-length", "5"}})},
    {"LengthsInAList", with_host({{"Content-Length", "5, 5"}})},
    {"LengthWithAPlus", with_host({{"Content-Length", "+5"}})},
    {"LengthBelowZero", with_host({{"Content-Length", "-5"}})},
    {"LengthInHexadecimal", with_host({{"Content-Length", "0x5"}})},
    {"LengthWithAFraction", with_host({{"Content-Length", "5.0"}})},
    {"LengthWithABlank", with_host({{"Content-Length", " 5"}})},
    {"LengthBeyondAnyNumber", with_host({{"Content-Length", "99999999999999999999"}})},
    {"NoLengthAtAll", with_host({{"Content-Length", ""}})},
    {"BlankBeforeTheColon", with_host({{"Content-Length ", "5"}})},
    {"ControlInAName", with_host({{"Content\x01Length", "5"}})},
    {"NameInAnotherAlphabet", with_host({{"Ｃontent-Length", "5"}})},
    {"EmptyName", with_host({{"", "5"}})},
    {"LineFeedInAValue", with_host({{"X", "a\nContent-Length: 5"}})},
    {"ReturnInAValue", with_host({{"X", "a\rb"}})},
    {"NulInAValue", with_host({{"X", std::string("a\0b", 3)}})},
    {"NoHost", {{"Content-Length", "5"}}},
    {"TwoHosts", with_host({{"Host", "other.example"}})},
};

class Framing : public testing::TestWithParam<Attack> {};

TEST_P(Framing, ThatCanBeReadInTwoWaysIsRefused) {
  const auto length = body_length(GetParam().headers);
  ASSERT_FALSE(length);
  EXPECT_EQ(length.error().fault, Fault::BadRequest);
}

INSTANTIATE_TEST_SUITE_P(, Framing, testing::ValuesIn(kAttacks),
                         [](const auto& attack) { return std::string(attack.param.name); });

TEST(BodyLength, IsWhatIsAnnounced) {
  EXPECT_EQ(*body_length(with_host({{"content-length", "1048576"}})), 1'048'576u);
  EXPECT_EQ(*body_length(with_host({{"Content-Length", "0"}})), 0u);
  EXPECT_EQ(*body_length(with_host({})), std::nullopt);
}

}  // namespace
}  // namespace vermilion::service::server
