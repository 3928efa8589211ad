#include "service/scans/upload.hpp"

#include "tests/service/scans/a_house.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::scans::Failure;
using service::scans::Fault;
using service::scans::Scan;
using service::scans::State;

class Uploads : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Uploads, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(Uploads, ScanIsKeptSaidAndWrittenDown) {
  AHouse a(GetParam());
  a.begin();
  const auto scan = the(a.upload(a_jpeg("one")));
  EXPECT_EQ(scan.version, 1);
  EXPECT_EQ(scan.format, pipeline::ImageFormat::Jpeg);
  EXPECT_EQ(scan.uploaded_at_ms, *a.now_ms);
  EXPECT_EQ(a.order().documents.at("licence").sha256, scan.sha256);
  EXPECT_EQ(a.blobs.get(*service::store::blobs::BlobId::parse(scan.sha256)).value(), a_jpeg("one"));
  const auto rows = a.database.read(
      [](auto& reading) { return service::scans::scans_in(reading, "O1", "licence"); });
  EXPECT_THAT(*rows, testing::ElementsAre(scan));
}

TEST_P(Uploads, AnotherFileIsAnotherVersionAndTheOldOneStays) {
  AHouse a(GetParam());
  a.begin();
  const auto first = the(a.upload(a_jpeg("one")));
  const auto second = the(a.upload(a_jpeg("two")));
  EXPECT_EQ(second.version, 2);
  const auto rows = a.database.read(
      [](auto& reading) { return service::scans::scans_in(reading, "O1", "licence"); });
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ(rows->front().state, State::Replaced);
  EXPECT_TRUE(a.blobs.get(*service::store::blobs::BlobId::parse(first.sha256)));
}

TEST_P(Uploads, SameFileAgainIsTheSameScan) {
  AHouse a(GetParam());
  a.begin();
  const auto first = the(a.upload(a_jpeg("one")));
  const auto version = a.order().version;
  EXPECT_EQ(the(a.upload(a_jpeg("one"))), first);
  EXPECT_EQ(a.order().version, version);
}

struct Refusal {
  const char* name;
  std::string bytes;
  std::string slot;
  Fault fault;
};

TEST_P(Uploads, WhatIsRefusedLeavesNothing) {
  AHouse a(GetParam());
  a.begin();
  const auto version = a.order().version;
  const auto kept = a.blobs_kept();
  const std::vector<Refusal> refusals{
      {"too large", a_jpeg(std::string(1'048'576, 'x')), "licence", Fault::TooLarge},
      {"a PDF", "%PDF-1.7 ...", "licence", Fault::WrongKind},
      {"a text", "hello", "licence", Fault::WrongKind},
      {"nothing", "", "licence", Fault::WrongKind},
      {"no such slot", a_jpeg(), "passport", Fault::NotThere},
  };
  for (const Refusal& refusal : refusals) {
    const auto refused = a.upload(refusal.bytes, refusal.slot);
    ASSERT_FALSE(refused) << refusal.name;
    EXPECT_EQ(refused.error().fault, refusal.fault) << refusal.name;
  }
  EXPECT_EQ(a.order().version, version);
  EXPECT_EQ(a.rows("scans"), 0);
  EXPECT_EQ(a.blobs_kept(), kept);
}

TEST_P(Uploads, WhatTheOrderRefusesIsWrittenDownNowhere) {
  AHouse a(GetParam());
  a.begin();
  a.say("O1", workflow::Role::Applicant, kApplicant, workflow::VoidOrder{});
  const auto refused = a.upload(a_jpeg("late"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::Refused);
  EXPECT_TRUE(refused.error().refusal);
  EXPECT_EQ(a.rows("scans"), 0);
}

TEST_P(Uploads, ManyThatWaitAreEnoughForOneOrganisation) {
  AHouse a(GetParam());
  const std::vector<std::string> slots{"licence", "id_card", "seal_sheet", "application_form"};
  int taken = 0;
  std::optional<Failure> failure;
  for (int order = 1; order <= 6 && !failure; ++order) {
    const std::string id = "O" + std::to_string(order);
    workflow::Order begun = a.begin(id);
    for (const std::string& slot : slots) {
      const auto scan = a.upload(a_jpeg(id + slot), slot, id);
      if (!scan) failure = scan.error();
      if (!scan) break;
      ++taken;
    }
    a.say(id, workflow::Role::Applicant, kApplicant, workflow::VoidOrder{});
  }
  EXPECT_EQ(taken, service::scans::kWaitingMost);
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->fault, Fault::TooMany);
  EXPECT_EQ(failure->again_in, std::chrono::seconds(1)) << "nobody else waits";
  a.work();
  a.begin("O9");
  EXPECT_TRUE(a.upload(a_jpeg("more"), "licence", "O9"));
}

}  // namespace
}  // namespace vermilion::tests
