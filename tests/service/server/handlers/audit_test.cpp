#include "service/server/handlers/audit.hpp"

#include "tests/service/review/an_office.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vermilion::service::server {
namespace {

using namespace tests;

class Auditing : public OnBoth {};

TEST_P(Auditing, PagesThroughTheLedgerWithBeforeAndAfter) {
  AnOffice office(GetParam());
  office.a.submit("O1");
  std::size_t entries = 0;
  std::string after;
  do {
    const auto page = office.get(kAuditor, "/api/v1/audit/ledger?order=O1&limit=3" +
                                               (after.empty() ? "" : "&after=" + after));
    ASSERT_EQ(page.status, 200) << page.body;
    for (const auto& entry : page.json["items"]) {
      ++entries;
      EXPECT_FALSE(entry["changes"].empty()) << entry;
      EXPECT_EQ(entry["stream"], "order/O1");
    }
    after = page.json["next"].is_null() ? "" : page.json["next"].get<std::string>();
  } while (!after.empty());
  EXPECT_EQ(entries, office.a.order("O1").version);
}

TEST_P(Auditing, VerifiesTheLedger) {
  AnOffice office(GetParam());
  office.a.submit("O1");
  const auto verified = office.get(kAuditor, "/api/v1/audit/verification");
  ASSERT_EQ(verified.status, 200) << verified.body;
  EXPECT_TRUE(verified.json["bad"].is_null());
  EXPECT_GT(verified.json["entries"], 5);
}

TEST_P(Auditing, TellsWhoSawWhatAndHowLongPeopleWaited) {
  AnOffice office(GetParam());
  office.a.submit("O1");
  const auto views = office.get(kAuditor, "/api/v1/audit/views?order=O1");
  ASSERT_EQ(views.status, 200) << views.body;
  EXPECT_TRUE(views.json["items"].empty());
  const auto days = office.get(kFinance, "/api/v1/statistics?days=2");
  ASSERT_EQ(days.status, 200) << days.body;
  EXPECT_EQ(days.json["items"].size(), 2U);
  EXPECT_EQ(days.json["items"][0]["submitted"], 1);
  EXPECT_EQ(office.get(kFinance, "/api/v1/statistics?days=0").status, 422);
  EXPECT_EQ(office.get(kFinance, "/api/v1/reconciliation").status, 200);
}

TEST_P(Auditing, ImportsTheKeysOfTheHallOrSaysEveryMistake) {
  AnOffice office(GetParam());
  const auto send = [&](const std::string& csv) {
    return office.send(kOperator, "POST", "/api/v1/hall-keys", csv, {{"Content-Type", "text/csv"}});
  };
  const std::string head = "credit_code,project,serial,key_id,main_key,valid_until\n";
  const auto imported = send(head + "91360000625912173B,yingtan_sunshine,S-1,K-1,yes,2027-11-21\n");
  ASSERT_EQ(imported.status, 200) << imported.body;
  EXPECT_EQ(imported.json["fresh"], 1);
  EXPECT_EQ(
      send(head + "91360000625912173B,yingtan_sunshine,S-1,K-1,yes,2027-11-21\n").json["known"], 1);
  const auto wrong = send(head + "1234,yingtan_sunshine,S-2,K-2,maybe,tomorrow\n");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_GE(wrong.json["errors"].size(), 3U);
}

TEST_P(Auditing, ListsDeadJobsAndRevivesThemOnce) {
  AnOffice office(GetParam());
  office.a.submit("O1");
  const auto claims = office.jobs.claim("worker", 10);
  ASSERT_TRUE(claims);
  ASSERT_FALSE(claims->empty());
  ASSERT_TRUE(office.jobs.fail(claims->front(), store::jobs::Failure::Never, "nobody there"));
  const auto dead = office.get(kAuditor, "/api/v1/jobs/dead");
  ASSERT_EQ(dead.status, 200) << dead.body;
  ASSERT_EQ(dead.json["items"].size(), 1U);
  EXPECT_EQ(dead.json["items"][0]["reason"], "nobody there");
  const std::string target =
      "/api/v1/jobs/" + dead.json["items"][0]["id"].get<std::string>() + "/revival";
  EXPECT_EQ(office.post(kAuditor, target).status, 403);
  EXPECT_EQ(office.post(kOperator, target).status, 200);
  EXPECT_EQ(office.post(kOperator, target).status, 404);
  EXPECT_EQ(office.post(kOperator, "/api/v1/jobs/no+such+job/revival").status, 404);
  const auto entries = office.get(kAuditor, "/api/v1/audit/ledger?limit=200").json["items"];
  EXPECT_TRUE(std::ranges::any_of(
      entries, [](const auto& entry) { return entry["kind"] == "job_revived"; }));
}

TEST_P(Auditing, IsReadByThoseWhoMayAlone) {
  AnOffice office(GetParam());
  for (const auto* target :
       {"/api/v1/audit/ledger", "/api/v1/audit/views", "/api/v1/audit/verification"}) {
    for (const auto* who : {kReviewer, kOperator, kAuthor, kFinance}) {
      EXPECT_EQ(office.get(who, target).status, 403) << who << " " << target;
    }
  }
  EXPECT_EQ(office.get(kOperator, "/api/v1/reconciliation").status, 403);
}

INSTANTIATE_TEST_SUITE_P(, Auditing, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::service::server
