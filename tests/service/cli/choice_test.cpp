#include "service/cli/choice.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::cli {
namespace {

TEST(OneOf, TakesEachOfItsWordsAndNoOther) {
  const CLI::Validator format = one_of({"json", "jsonl"});
  EXPECT_EQ(format("json"), "");
  EXPECT_EQ(format("jsonl"), "");
  EXPECT_EQ(format("jsn"), "there is no \"jsn\"; did you mean \"json\"?");
  EXPECT_EQ(format("xml"), "\"xml\" is none of json, jsonl");
  EXPECT_EQ(format(""), "\"\" is none of json, jsonl");
}

TEST(Between, TakesWholeNumbersWithinItsBounds) {
  const CLI::Validator jobs = between(1, 256);
  EXPECT_EQ(jobs("1"), "");
  EXPECT_EQ(jobs("256"), "");
  for (const char* wrong : {"0", "257", "-1", "two", "1M", ""}) EXPECT_NE(jobs(wrong), "") << wrong;
}

}  // namespace
}  // namespace vermilion::service::cli
