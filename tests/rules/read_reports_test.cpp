#include "rules/read_reports.hpp"

#include "rules/report_json.hpp"
#include "tests/rules/random_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace vermilion::rules {
namespace {

using nlohmann::ordered_json;
using Read = tl::expected<StoredReport, BadReport>;

ordered_json written(const StoredReport& stored) {
  return to_json(stored.report, stored.judgement, /*with_costs=*/false);
}

std::vector<Read> read_all(std::string_view text) {
  std::vector<Read> all;
  read_reports(text, [&](Read read) { all.push_back(std::move(read)); });
  return all;
}

TEST(ReadReports, ArrayAndLinesGiveTheSame) {
  ordered_json array;
  std::string lines;
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    array.push_back(written(tests::random_report(seed)));
    lines += array.back().dump() + "\r\n\n";
  }
  const auto from_array = read_all(array.dump(2));
  ASSERT_EQ(from_array.size(), 5u);
  EXPECT_EQ(from_array, read_all(lines));
  EXPECT_EQ(*from_array[3], tests::random_report(3));
}

TEST(ReadReports, EmptyTextAndEmptyArrayHoldNone) {
  EXPECT_TRUE(read_all("").empty());
  EXPECT_TRUE(read_all(" \n\n").empty());
  EXPECT_TRUE(read_all("[]").empty());
}

TEST(ReadReports, BadLineIsToldAndTheOthersAreRead) {
  const std::string good = written(tests::random_report(1)).dump();
  const auto all = read_all(good + "\n{\"schema\": 1,\n" + good);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(all[0] && all[2]);
  EXPECT_EQ(all[1].error().place, "line 2");
  EXPECT_THAT(all[1].error().complaint, testing::HasSubstr("parse error"));
}

TEST(ReadReports, WhatIsNoObjectIsRefused) {
  for (const char* text : {"3", "\"a\"", "[3]", "[[]]", "null"}) {
    const auto all = read_all(text);
    ASSERT_EQ(all.size(), 1u) << text;
    EXPECT_EQ(all[0].error().complaint, "an object is expected") << text;
  }
}

TEST(ReadReports, MemberThatStandsTwiceIsRefused) {
  std::string text = written(tests::random_report(1)).dump();
  text.insert(1, "\"file\": \"another\", ");
  const auto all = read_all(text);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].error().complaint, "\"file\" stands there twice");
}

TEST(ReadReports, NestingThatNoReportHasIsRefused) {
  const std::string deep = "{\"file\": " + std::string(5'000, '[') + std::string(5'000, ']') + "}";
  const auto all = read_all(deep);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].error().complaint, "it nests too deep");
}

}  // namespace
}  // namespace vermilion::rules
