#include "service/cli/suggestion.hpp"

#include <gtest/gtest.h>

#include <array>

namespace vermilion::service::cli {
namespace {

constexpr std::array<std::string_view, 6> kFormats{"pretty", "compact", "json",
                                                   "jsonl",  "sarif",   "junit"};

TEST(DidYouMean, IsASentenceOrNothing) {
  EXPECT_EQ(did_you_mean("jsn", kFormats), "; did you mean \"json\"?");
  EXPECT_EQ(did_you_mean("xml", kFormats), "");
}

}  // namespace
}  // namespace vermilion::service::cli
