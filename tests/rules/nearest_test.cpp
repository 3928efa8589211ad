#include "rules/nearest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace vermilion::rules {
namespace {

TEST(EditDistance, CountsSlips) {
  EXPECT_EQ(edit_distance("", ""), 0u);
  EXPECT_EQ(edit_distance("json", "json"), 0u);
  EXPECT_EQ(edit_distance("jsn", "json"), 1u);    // left out
  EXPECT_EQ(edit_distance("jsoon", "json"), 1u);  // twice
  EXPECT_EQ(edit_distance("jsom", "json"), 1u);   // another
  EXPECT_EQ(edit_distance("josn", "json"), 1u);   // swapped
  EXPECT_EQ(edit_distance("", "json"), 4u);
  EXPECT_EQ(edit_distance("inspect", "samples"), 6u);
}

TEST(EditDistance, IsTheSameBothWays) {
  constexpr std::array<std::string_view, 6> kWords{"", "a", "json", "jsonl", "sarif", "snoj"};
  for (const auto a : kWords) {
    for (const auto b : kWords) EXPECT_EQ(edit_distance(a, b), edit_distance(b, a));
  }
}

constexpr std::array<std::string_view, 6> kFormats{"pretty", "compact", "json",
                                                   "jsonl",  "sarif",   "junit"};

TEST(Nearest, FindsTheWordThatWasMeant) {
  EXPECT_EQ(nearest("jsn", kFormats), "json");
  EXPECT_EQ(nearest("sarfi", kFormats), "sarif");
  EXPECT_EQ(nearest("prety", kFormats), "pretty");
  EXPECT_EQ(nearest("junti", kFormats), "junit");
  EXPECT_EQ(nearest("jsonll", kFormats), "jsonl");
}

TEST(Nearest, OfTwoEquallyNearTakesTheFirst) {
  constexpr std::array<std::string_view, 2> kWords{"cat", "bat"};
  EXPECT_EQ(nearest("rat", kWords), "cat");
}

TEST(Nearest, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(nearest("xml", kFormats), std::nullopt);
  EXPECT_EQ(nearest("", kFormats), std::nullopt);
  EXPECT_EQ(nearest("json", std::span<const std::string>()), std::nullopt);
}

TEST(Nearest, TakesWordsThatOwnTheirBytesToo) {
  const std::vector<std::string> words{"main", "sub"};
  EXPECT_EQ(nearest("mian", words), "main");
}

}  // namespace
}  // namespace vermilion::rules
