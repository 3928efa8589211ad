#include "service/server/handlers/post_room.hpp"

#include "tests/service/review/an_office.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::server {
namespace {

using namespace tests;

void pay(AnOffice& office) {
  office.a.submit("O1");
  ASSERT_TRUE(office.a.desk.claim_next("r1").value());
  const auto shown = office.a.desk.look("O1", "r1").value();
  ASSERT_TRUE(office.a.desk.decide("O1", "r1", ADesk::accepting(shown)));
  ASSERT_TRUE(office.a.say("O1", {workflow::Role::Applicant, "seat-1"},
                           workflow::OpenPayment{"O1-P1", workflow::Channel::WeChat}));
  ASSERT_TRUE(office.a.say("O1", {workflow::Role::System, "gateway"},
                           workflow::NotePayment{"O1-P1", "T1", *office.a.order("O1").fee, {}}));
}

TEST(PostRoomRoutes, FindAnOrderByOneBeep) {
  AnOffice office;
  pay(office);
  const auto found = office.get(kOperator, "/api/v1/post-room/O1");
  ASSERT_EQ(found.status, 200) << found.body;
  EXPECT_EQ(found.json["answer"], "expected");
  EXPECT_EQ(found.json["order"]["id"], "O1");
  const auto unknown = office.get(kOperator, "/api/v1/post-room/O7");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.code(), "CODE_UNKNOWN");
  EXPECT_EQ(office.get(kReviewer, "/api/v1/post-room/O1").status, 403);
}

TEST(PostRoomRoutes, TellThatPaperIsEarly) {
  AnOffice office;
  office.a.submit("O1");
  const auto early = office.get(kOperator, "/api/v1/post-room/O1");
  ASSERT_EQ(early.status, 200) << early.body;
  EXPECT_EQ(early.json["answer"], "early");
}

TEST(PostRoomRoutes, HoldThePaperAgainstTheUpload) {
  AnOffice office;
  pay(office);
  pipeline::Report uploaded = office.server.report;
  uploaded.facts.credit_code = pipeline::CreditCodeFact{.value = "91360600MA35DEM06M"};
  office.a.reports.measurements["O1/licence"] = uploaded;
  office.server.report.facts.credit_code = pipeline::CreditCodeFact{.value = "91360000625912173B"};
  const auto compared =
      office.send(kOperator, "POST", "/api/v1/post-room/O1/comparison?slot=licence", "a picture",
                  {{"Content-Type", "image/jpeg"}});
  ASSERT_EQ(compared.status, 200) << compared.body;
  EXPECT_EQ(compared.json["same"], false);
  EXPECT_EQ(compared.json["differences"][0]["aspect"], "credit_code");
  EXPECT_EQ(compared.json["differences"][0]["paper"], "91360000625912173B");
  EXPECT_EQ(office.server.inspected, 1);
}

TEST(PostRoomRoutes, CompareOnlyPicturesOfDocumentsThereAre) {
  AnOffice office;
  pay(office);
  const auto send = [&](const std::string& target, const char* type) {
    return office
        .send(kOperator, "POST", "/api/v1/post-room/" + target, "a picture",
              {{"Content-Type", type}})
        .status;
  };
  EXPECT_EQ(send("O1/comparison?slot=licence", "text/html"), 415);
  EXPECT_EQ(send("O1/comparison?slot=nothing", "image/jpeg"), 404);
  EXPECT_EQ(send("O7/comparison?slot=licence", "image/jpeg"), 404);
  EXPECT_EQ(office.server.inspected, 0);
}

}  // namespace
}  // namespace vermilion::service::server
