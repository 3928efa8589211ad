#include "samples/utf8.hpp"

#include <gtest/gtest.h>

namespace vermilion::samples {
namespace {

TEST(Utf8, CharactersOfAnyLengthStayWhole) {
  const std::vector<std::string_view> expected{"a", "é", "印", "𠮷", "9"};
  EXPECT_EQ(characters("aé印𠮷9"), expected);
}

TEST(Utf8, NothingHasNoCharacters) {
  EXPECT_TRUE(characters("").empty());
}

}  // namespace
}  // namespace vermilion::samples
