// Whole lives of orders over HTTP: applicants and staff speak to the server on loopback, partners
// call it back, scans are drawn, stamped and looked at by real workers.
#include "service/demo/former.hpp"
#include "tests/service/running/a_serving.hpp"
#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::demo::give_certificate;
using service::demo::Story;

constexpr Story kNew{.applicant = 0,
                     .project = "housing_inside",
                     .operation = "new",
                     .variant = "standard",
                     .stage = "issued"};
constexpr Story kReissue{.applicant = 1,
                         .project = "jiangxi_construction_group",
                         .operation = "reissue",
                         .variant = "with_seal",
                         .stage = "issued"};
constexpr Story kRefund{.applicant = 3,
                        .project = "housing_inside",
                        .operation = "new",
                        .variant = "standard",
                        .stage = "refunded"};
constexpr Story kRenewal{.applicant = 2,
                         .project = "yingtan_sunshine",
                         .operation = "renew",
                         .variant = "organisation",
                         .stage = "renewed"};

void live_new(AServing& serving) {
  const auto id = serving.player().tell(kNew);
  const auto order = serving.player().order(id);
  EXPECT_EQ(order.at("stage").at("code"), "issued");
  EXPECT_TRUE(order.at("made").is_object());
  EXPECT_TRUE(order.at("dispatched").is_object());
}

void live_reissue(AServing& serving) {
  serving.player().applicant(1);
  give_certificate(serving.installation(), serving.player().particulars(1),
                   "jiangxi_construction_group", true);
  const auto id = serving.player().tell(kReissue);
  const auto order = serving.installation().orders().order(id);
  EXPECT_TRUE(order->chosen_revoked);
  EXPECT_NE(order->made->serial, order->chosen->serial);
}

void live_renewal(AServing& serving) {
  serving.player().applicant(2);
  give_certificate(serving.installation(), serving.player().particulars(2), "yingtan_sunshine",
                   true);
  const auto id = serving.player().tell(kRenewal);
  const auto order = serving.installation().orders().order(id);
  EXPECT_EQ(order->made->key_id, order->chosen->key_id);
  EXPECT_GT(order->made->valid_until, order->chosen->valid_until);
}

void expect_whole(AServing& serving) {
  EXPECT_EQ(serving.dead_jobs(), 0u);
  EXPECT_TRUE(serving.installation().orders().differences()->empty());
  EXPECT_FALSE(serving.installation().kept().verify_whole()->bad);
}

void live_refund(AServing& serving) {
  const auto id = serving.player().tell(kRefund);
  const auto order = serving.player().order(id);
  EXPECT_EQ(order.at("payment_status").at("code"), "refunded");
  EXPECT_TRUE(order.at("void"));
}

void every_life(AServing& serving) {
  live_new(serving);
  live_reissue(serving);
  live_renewal(serving);
  live_refund(serving);
  expect_whole(serving);
}

TEST(LivesOverHttp, EndAsTheyShould) {
  AServing serving;
  every_life(serving);
}

TEST(LivesOverHttp, EndAsTheyShouldOnPostgreSql) {
  const auto reason = why_no_postgresql();
  if (!reason.empty()) GTEST_SKIP() << reason;
  const ADatabase database(Backend::PostgreSql);
  AServing serving("postgresql:" + database.place().where);
  every_life(serving);
}

}  // namespace
}  // namespace vermilion::tests
