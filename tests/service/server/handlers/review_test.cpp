#include "service/server/handlers/review.hpp"

#include "tests/service/review/an_office.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

using nlohmann::ordered_json;
using testing::EndsWith;
using namespace tests;

ordered_json accepting(const ordered_json& shown, std::string_view then = "stay") {
  ordered_json body{{"digest", shown["digest"]}, {"documents", ordered_json::array()}};
  for (const auto& document : shown["documents"]) {
    body["documents"].push_back(
        {{"slot", document["slot"]}, {"sha256", document["sha256"]}, {"accepted", true}});
  }
  body["then"] = then;
  return body;
}

class Reviewing : public OnBoth {};

TEST_P(Reviewing, GoesFromTheQueueThroughTheCaseToTheNextOrder) {
  AnOffice office(GetParam());
  office.a.submit("O1", {{"licence", a_report("refer", {{"SEAL_PRINTED"}})}});
  office.a.submit("O2");
  const auto queue = office.get(kReviewer, "/api/v1/review/queue");
  ASSERT_EQ(queue.status, 200) << queue.body;
  EXPECT_EQ(queue.json["waiting"], 2);
  EXPECT_EQ(queue.json["items"][0]["order"], "O1");
  EXPECT_EQ(queue.json["items"][0]["risk"]["reasons"][0]["code"], "forgery");
  EXPECT_EQ(queue.json["items"][0]["findings"][0]["code"], "SEAL_PRINTED");
  EXPECT_EQ(queue.json["items"][0]["organisation"]["name"], "鹰潭市样例有限公司");

  const auto next = office.post(kReviewer, "/api/v1/review/next");
  ASSERT_EQ(next.status, 200) << next.body;
  EXPECT_EQ(next.json["order"]["id"], "O1");
  const auto shown = office.get(kReviewer, "/api/v1/review/O1/case");
  EXPECT_EQ(shown.json["digest"], next.json["digest"]);
  for (const auto& document : shown.json["documents"]) {
    EXPECT_THAT(document["picture"].get<std::string>(), EndsWith("/picture?version=1"));
    if (document["slot"] == "licence") {
      EXPECT_EQ(document["reasons"][0]["code"], "SEAL_PRINTED");
      EXPECT_EQ(document["reasons"][0]["from_finding"], true);
      EXPECT_EQ(document["report"]["verdict"], "refer");
    }
  }
  EXPECT_EQ(office.post(kReviewer, "/api/v1/review/O1/heartbeat").status, 200);

  auto body = accepting(shown.json, "next");
  for (auto& document : body["documents"]) {
    if (document["slot"] != "licence") continue;
    document["accepted"] = false;
    document["reasons"] = {"SEAL_PRINTED"};
  }
  const auto decided = office.post(kReviewer, "/api/v1/review/O1/decision", body);
  ASSERT_EQ(decided.status, 200) << decided.body;
  EXPECT_EQ(decided.json["outcome"], "rejected");
  EXPECT_EQ(decided.json["next"]["order"]["id"], "O2");
  EXPECT_EQ(decided.json["next"]["order"]["stage"], "in_review");
  const auto last =
      office.post(kReviewer, "/api/v1/review/O2/decision", accepting(decided.json["next"], "next"));
  EXPECT_TRUE(last.json["next"].is_null());
  EXPECT_EQ(office.post(kReviewer, "/api/v1/review/next").status, 204);

  const auto precision = office.get(kAuditor, "/api/v1/rules/precision?rule=p/t/SEAL_PRINTED");
  ASSERT_EQ(precision.status, 200) << precision.body;
  EXPECT_EQ(precision.json["items"][0]["upheld"], 1);
  EXPECT_EQ(precision.json["items"][0]["precision"], 1.0);
}

TEST_P(Reviewing, RefusesWhatIsStaleWithChanged) {
  AnOffice office(GetParam());
  office.a.submit("O1");
  const auto shown = office.post(kReviewer, "/api/v1/review/next").json;
  auto body = accepting(shown);
  body["digest"] = std::string(64, '0');
  const auto stale = office.post(kReviewer, "/api/v1/review/O1/decision", body);
  EXPECT_EQ(stale.status, 412);
  EXPECT_EQ(stale.code(), "CHANGED");
  EXPECT_EQ(office.post(kReviewer, "/api/v1/review/O1/decision", accepting(shown)).status, 200);
}

TEST_P(Reviewing, TellsNobodyElseThatTheOrderExists) {
  AnOffice office(GetParam());
  office.a.submit("O1");
  const auto shown = office.post(kReviewer, "/api/v1/review/next").json;
  const auto others = office.get(kReviewer2, "/api/v1/review/O1/case");
  const auto nothing = office.get(kReviewer2, "/api/v1/review/O9/case");
  EXPECT_EQ(others.status, 404);
  EXPECT_EQ(others.body, nothing.body);
  EXPECT_EQ(office.post(kReviewer2, "/api/v1/review/O1/decision", accepting(shown)).status, 404);
  EXPECT_EQ(office.post(kReviewer2, "/api/v1/review/O1/heartbeat").status, 404);
}

TEST_P(Reviewing, IsForReviewersAlone) {
  AnOffice office(GetParam());
  for (const auto* who : {kOperator, kAuthor, kAuditor, kFinance}) {
    EXPECT_EQ(office.get(who, "/api/v1/review/queue").status, 403) << who;
    EXPECT_EQ(office.post(who, "/api/v1/review/next").status, 403) << who;
  }
  EXPECT_EQ(office.get("", "/api/v1/review/queue").status, 401);
}

TEST_P(Reviewing, TellsEveryMistakeInADecisionAtItsPlace) {
  AnOffice office(GetParam());
  const auto told = office.post(
      kReviewer, "/api/v1/review/O1/decision",
      {{"digest", "short"}, {"documents", {{{"slot", 7}}}}, {"then", "sleep"}, {"price", 0}});
  EXPECT_EQ(told.status, 422);
  std::set<std::string> pointers;
  for (const auto& error : told.json["errors"]) pointers.insert(error["pointer"]);
  for (const auto* pointer : {"/digest", "/documents/0/slot", "/documents/0/sha256",
                              "/documents/0/accepted", "/then", "/price"}) {
    EXPECT_TRUE(pointers.contains(pointer)) << pointer << " in " << told.body;
  }
}

INSTANTIATE_TEST_SUITE_P(, Reviewing, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::service::server
