#include "workflow/status.hpp"

#include "tests/workflow/journey.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>

// The seven statuses and the payment statuses of the documents (1.37-1.47).
namespace vermilion::tests {
namespace {

using namespace workflow;

TEST(Status, OfEveryStageIsAsTheDocumentsSay) {
  const std::map<Stage, std::string> kExpected{
      {Stage::NotBegun, "未提交 无"},
      {Stage::Draft, "未提交 无"},
      {Stage::QueuedForMachine, "正在审核 无"},
      {Stage::AwaitingReviewer, "正在审核 无"},
      {Stage::InReview, "正在审核 无"},
      {Stage::Rejected, "资料审核失败 无"},
      {Stage::AwaitingPayment, "资料审核通过 待支付"},
      {Stage::AwaitingParcel, "正在受理 支付成功"},
      {Stage::InTransit, "正在受理 支付成功"},
      {Stage::PaperReceived, "正在受理 支付成功"},
      {Stage::PaperWrong, "正在受理 支付成功"},
      {Stage::AgentUnreachable, "正在受理 支付成功"},
      {Stage::PaperRight, "正在受理 支付成功"},
      {Stage::Making, "正在受理 支付成功"},
      {Stage::SealSupplement, "制证完成 支付成功"},
      {Stage::AwaitingCourier, "制证完成 支付成功"},
      {Stage::AwaitingCollection, "制证完成 支付成功"},
      {Stage::Issued, "已发放 支付成功"},
      {Stage::RenewalUnpaid, "资料审核通过 待支付"},
      {Stage::RenewalPaid, "正在受理 支付成功"},
      {Stage::RenewalDownloading, "正在受理 支付成功"},
      {Stage::Renewed, "已发放 支付成功"},
      {Stage::Void, "正在受理（作废） 支付成功"},
  };
  ASSERT_EQ(kExpected.size(), kStages);
  for (const auto& [stage, expected] : kExpected) {
    const Order order = journey_to(stage).order;
    EXPECT_EQ(
        status_text(order, Language::Chinese) + " " + payment_status_text(order, Language::Chinese),
        expected)
        << name_of(stage);
  }
}

TEST(Status, ThereAreSeven) {
  std::set<Status> seen;
  for (std::size_t i = 0; i < kStages; ++i) {
    seen.insert(status_of(journey_to(static_cast<Stage>(i)).order));
  }
  EXPECT_EQ(seen.size(), 7U);
}

TEST(PaymentStatus, FollowsTheRefundOfTheOrderAlone) {
  Journey journey = journey_to(Stage::AwaitingPayment);
  journey.go(
      "applicant open P1 wechat\napplicant open P2 alipay\nsystem paid P2 fee\n"
      "system paid P1 fee\n");
  EXPECT_EQ(payment_status_of(journey.order), PaymentStatus::Paid)
      << "the surplus goes back quietly";
  journey.go("applicant ask_refund R1 fee x\napplicant letter\n");
  EXPECT_EQ(payment_status_of(journey.order), PaymentStatus::Paid);
  journey.go("finance approve_refund\n");
  EXPECT_EQ(payment_status_of(journey.order), PaymentStatus::Refunding);
  journey.go("system refund_arrived R1\n");
  EXPECT_EQ(payment_status_of(journey.order), PaymentStatus::Refunded);
}

}  // namespace
}  // namespace vermilion::tests
