#include "rules/stored_report.hpp"

#include "rules/report_json.hpp"
#include "tests/rules/random_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::rules {
namespace {

using nlohmann::ordered_json;
using Read = tl::expected<StoredReport, BadReport>;

ordered_json written(const StoredReport& stored) {
  return to_json(stored.report, stored.judgement, /*with_costs=*/false);
}

TEST(StoredReport, IsWhatWasWritten) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const StoredReport stored = tests::random_report(seed);
    const auto read = stored_report(ordered_json::parse(written(stored).dump()));
    ASSERT_TRUE(read) << seed << ' ' << read.error().place << ": " << read.error().complaint;
    EXPECT_EQ(*read, stored) << seed;
  }
}

TEST(StoredReport, CostsAndOverlaysArePassedOver) {
  StoredReport stored = tests::random_report(1);
  stored.report.costs = {{.stage = "decode", .runs = 1, .cpu_ns = 5'000}};
  auto document = to_json(stored.report, stored.judgement, /*with_costs=*/true);
  document["overlay"] = "scan.overlay.jpg";
  const auto read = stored_report(document);
  ASSERT_TRUE(read) << read.error().complaint;
  stored.report.costs.clear();
  EXPECT_EQ(*read, stored);
}

TEST(StoredReport, InputWithoutAReportSaysWhy) {
  const auto read = stored_report(ordered_json::parse(
      R"({"schema": 1, "file": "a", "verdict": "unreadable", "findings": [], "facts": {},
          "error": {"cause": "unreadable", "message": "No such file"}})"));
  ASSERT_TRUE(read) << read.error().complaint;
  EXPECT_EQ(read->failure, "No such file");
}

TEST(StoredReport, ReportOfBeforeMeasurementsWereKeptIsReadWithoutThem) {
  auto document = written(tests::random_report(1));
  document.erase("asked");
  document.erase("measurements");
  const auto read = stored_report(document);
  ASSERT_TRUE(read) << read.error().complaint;
  EXPECT_TRUE(read->report.measurements.empty());
}

// A report in which every member stands, so that each can be broken.
ordered_json full_document() {
  ordered_json fullest;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    auto document = written(tests::random_report(seed));
    if (document.flatten().size() > fullest.flatten().size()) fullest = std::move(document);
  }
  return fullest;
}

std::string place_of(const ordered_json& document) {
  const auto read = stored_report(document);
  return read ? "accepted" : read.error().place;
}

TEST(BrokenReport, ValueOfAnotherKindIsRefusedAtItsPlace) {
  const auto document = full_document();
  const auto values = document.flatten();
  ASSERT_GT(values.size(), 100u);
  for (const auto& [pointer, value] : values.items()) {
    auto broken = document;
    broken[ordered_json::json_pointer(pointer)] = {{"no", "such thing"}};
    if (pointer == "/schema") continue;  // said of the document as a whole
    EXPECT_EQ(place_of(broken), ordered_json::json_pointer(pointer).to_string()) << value;
  }
}

// Every object of a document, by its place.
std::vector<std::string> objects_in(const ordered_json& value, const std::string& place = "") {
  std::vector<std::string> places;
  if (value.is_object()) places.push_back(place);
  if (!value.is_structured()) return places;
  for (const auto& [key, member] : value.items()) {
    const auto below = objects_in(member, (ordered_json::json_pointer(place) / key).to_string());
    places.insert(places.end(), below.begin(), below.end());
  }
  return places;
}

bool takes_any_name(const std::string& place) {
  return place.ends_with("/words") || place.ends_with("/values") || place.ends_with("/fields") ||
         place == "/measurements";
}

TEST(BrokenReport, MemberNobodyWritesIsRefusedWhereverItStands) {
  const auto document = full_document();
  for (const std::string& place : objects_in(document)) {
    if (takes_any_name(place)) continue;
    auto broken = document;
    broken[ordered_json::json_pointer(place)]["surprise"] = 1;
    EXPECT_EQ(place_of(broken), place);
  }
}

TEST(BrokenReport, MissingMembersWrongNamesAndContradictionsAreTold) {
  const auto broken_by = [](const char* pointer, ordered_json value) {
    StoredReport stored;
    stored.report.file = "a";
    stored.report.readable = true;
    stored.report.image = pipeline::ImageFact{};
    stored.judgement.verdict = Verdict::Accept;
    auto document = written(stored);
    document[ordered_json::json_pointer(pointer)] = std::move(value);
    const auto read = stored_report(document);
    return read ? "" : read.error().place + " " + read.error().complaint;
  };
  EXPECT_EQ(broken_by("/verdict", "reject"), "/verdict the findings say otherwise");
  EXPECT_EQ(broken_by("/verdict", "perhaps"), "/verdict \"perhaps\" is none of its names");
  EXPECT_EQ(broken_by("/sha256", "ABC"), "/sha256 no SHA-256 looks so");
  EXPECT_EQ(broken_by("/schema", 2), " \"schema\" is not 1");
  EXPECT_EQ(broken_by("/bytes", -1), "/bytes the number is out of range");
  EXPECT_EQ(broken_by("/image/width", 1e18), "/image/width a whole number is expected");
  EXPECT_EQ(broken_by("/image/width", 5'000'000'000), "/image/width the number is out of range");
  EXPECT_EQ(broken_by("/image/skew_deg", 1e300), "/image/skew_deg the number is out of range");
  EXPECT_EQ(broken_by("/image/page_area", {1, 2, 3}),
            "/image/page_area four whole numbers are expected");
  EXPECT_EQ(broken_by("/findings", {{{"code", "IMG_BLUR"}}}), "/findings/0 \"level\" is missing");
  EXPECT_EQ(broken_by("/logged", ordered_json::array()),
            "/logged it is left out while it is empty");
}

}  // namespace
}  // namespace vermilion::rules
