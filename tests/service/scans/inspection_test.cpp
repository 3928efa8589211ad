#include "service/scans/inspection.hpp"

#include "service/scans/report.hpp"
#include "tests/service/scans/a_house.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace vermilion::tests {
namespace {

using nlohmann::json;
using service::scans::State;

class Inspections : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Inspections, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

// What WorkerPool says of a scan that has killed its worker twice.
pipeline::Report given_up(std::span<const std::byte> bytes) {
  auto finding = pipeline::finding(pipeline::FindingCode::ImgCorrupt);
  finding.check = "decode";
  pipeline::Report report;
  report.file = "scan.jpg";
  report.bytes = bytes.size();
  report.findings = {finding};
  report.asked.max_bytes = 1'048'576;
  return report;
}

service::scans::Shown shown(AHouse& a, const std::string& slot = "licence",
                            std::optional<std::int64_t> version = {}) {
  auto result = service::scans::show_report(a.house, a.order(), slot, version);
  EXPECT_TRUE(result) << result.error().detail;
  return *std::move(result);
}

TEST_P(Inspections, UploadIsLookedAtAndTheOrderToldOfIt) {
  AHouse a(GetParam());
  a.begin();
  a.upload(a_jpeg("one"));
  EXPECT_TRUE(shown(a).json.empty());
  EXPECT_EQ(shown(a).scan.state, State::Waiting);
  a.work();
  EXPECT_EQ(a.looks, 1);
  EXPECT_TRUE(a.order().documents.at("licence").inspected);
  const auto report = shown(a);
  EXPECT_EQ(report.scan.state, State::Inspected);
  const json document = json::parse(report.json);
  EXPECT_EQ(document["slot"], "licence");
  EXPECT_EQ(document["version"], 1);
  EXPECT_EQ(document["rules"]["project"], "housing_outside");
  EXPECT_EQ(document["order"]["credit_code"], kOrganisation);
  EXPECT_TRUE(document["cross"].is_array());
  EXPECT_THAT(a.jobs_in("dead"), testing::IsEmpty());
}

TEST_P(Inspections, WhatKillsItsWorkersIsUnreadableAndBlocks) {
  AHouse a(GetParam());
  a.begin();
  a.says = given_up;
  a.upload(a_jpeg("bomb"));
  a.work();
  EXPECT_EQ(json::parse(shown(a).json)["verdict"], "unreadable");
  EXPECT_THAT(a.order().documents.at("licence").blocking, testing::ElementsAre("IMG_CORRUPT"));
}

TEST_P(Inspections, ReplacedScanIsNotLookedAt) {
  AHouse a(GetParam());
  a.begin();
  a.upload(a_jpeg("one"));
  a.upload(a_jpeg("two"));
  a.work();
  EXPECT_EQ(a.looks, 1);
  EXPECT_EQ(shown(a).scan.version, 2);
  EXPECT_FALSE(service::scans::show_report(a.house, a.order(), "licence", 1));
}

TEST_P(Inspections, ReportOfAnEarlierVersionStays) {
  AHouse a(GetParam());
  a.begin();
  a.upload(a_jpeg("one"));
  a.work();
  a.upload(a_jpeg("two"));
  a.work();
  EXPECT_EQ(json::parse(shown(a, "licence", 1).json)["version"], 1);
  EXPECT_EQ(json::parse(shown(a).json)["version"], 2);
}

TEST_P(Inspections, DoneAgainLooksNoSecondTime) {
  AHouse a(GetParam());
  a.begin();
  a.upload(a_jpeg("one"));
  a.work();
  const workflow::Effect effect{
      workflow::EffectKind::QueueInspection,
      "again",
      {{"order", "O1"}, {"slot", "licence"}, {"sha256", a.order().documents.at("licence").sha256}},
      {}};
  const auto carried = service::scans::inspect(a.house, {effect, a.order(), true});
  ASSERT_TRUE(carried) << carried.error().reason;
  EXPECT_EQ(a.looks, 1);
  EXPECT_EQ(carried->say.size(), 1u);
}

TEST_P(Inspections, WithoutAWorkerItIsTriedAgain) {
  AHouse a(GetParam());
  a.begin();
  a.says = [](auto) -> pipeline::Report { throw std::runtime_error("no layers"); };
  a.upload(a_jpeg("one"));
  a.work();
  EXPECT_FALSE(a.order().documents.at("licence").inspected);
  a.says = nullptr;
  *a.now_ms += 10'000;
  a.work();
  EXPECT_TRUE(a.order().documents.at("licence").inspected);
}

TEST_P(Inspections, SameFileInTwoSlotsBlocksBothUntilOneIsReplaced) {
  AHouse a(GetParam());
  a.begin();
  a.upload(a_jpeg("one"), "licence");
  a.work();
  const auto blocks = [&](const std::string& slot) {
    const auto& codes = a.order().documents.at(slot).blocking;
    return std::ranges::find(codes, "DUPLICATE_IMAGE") != codes.end();
  };
  EXPECT_FALSE(blocks("licence"));
  const auto alone = shown(a).etag;
  a.upload(a_jpeg("one"), "id_card");
  a.work();
  EXPECT_TRUE(blocks("licence"));
  EXPECT_TRUE(blocks("id_card"));
  EXPECT_NE(shown(a).etag, alone);
  const json cross = json::parse(shown(a).json)["cross"];
  ASSERT_EQ(cross.size(), 1u) << cross;
  EXPECT_EQ(cross[0]["code"], "DUPLICATE_IMAGE");
  EXPECT_EQ(cross[0]["sights"].size(), 2u);
  a.upload(a_jpeg("two"), "id_card");
  a.work();
  EXPECT_FALSE(blocks("licence"));
  EXPECT_FALSE(blocks("id_card"));
  EXPECT_EQ(json::parse(shown(a).json)["cross"], json::array());
}

}  // namespace
}  // namespace vermilion::tests
