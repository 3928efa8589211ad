#include "workflow/order.hpp"

#include "tests/workflow/journey.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using namespace workflow;

Journey reissue() {
  Journey journey;
  journey.go("applicant begin reissue with_seal\n").reach(Stage::PaperRight);
  return journey;
}

// Each thing the second person must have seen changes the text, and so the digest.
TEST(Subject, OfARevocationNamesCertificateKeyAndScans) {
  const Order order = reissue().order;
  const std::string text = subject_of(order, Matter::RevokeByReissue);
  for (auto change :
       {+[](Order& o) { o.chosen->serial = "x"; }, +[](Order& o) { o.chosen->key_id = "x"; },
        +[](Order& o) { o.id = "x"; }, +[](Order& o) { o.organisation = "x"; },
        +[](Order& o) { o.documents.at("licence").sha256 = "x"; },
        +[](Order& o) { o.documents.erase("licence"); }}) {
    Order other = order;
    change(other);
    EXPECT_NE(subject_of(other, Matter::RevokeByReissue), text);
  }
}

TEST(Subject, OfARefundNamesAmountReasonAndLetter) {
  Journey journey = journey_to(Stage::Issued);
  journey.go("applicant ask_refund R1 100 x\napplicant letter\n");
  const std::string text = subject_of(journey.order, Matter::RefundAfterMaking);
  for (auto change : {+[](Refund& r) { r.amount = Fen{101}; }, +[](Refund& r) { r.reason = "y"; },
                      +[](Refund& r) { r.letter_sha256 = "y"; }, +[](Refund& r) { r.id = "y"; }}) {
    Order other = journey.order;
    change(other.refunds.front());
    EXPECT_NE(subject_of(other, Matter::RefundAfterMaking), text);
  }
}

TEST(Subject, OfAnOverrideNamesScansAndFindings) {
  Order order = reissue().order;
  const std::string text = subject_of(order, Matter::OverrideFinding);
  order.documents.at("licence").blocking.push_back("SEAL_NONE");
  EXPECT_NE(subject_of(order, Matter::OverrideFinding), text);
}

TEST(Subject, NoValueCanPassForALine) {
  Order one = reissue().order;
  Order other = one;
  one.organisation_name = "甲\nproject 1: 乙";
  other.organisation_name = "甲";
  other.project = "乙";
  EXPECT_NE(subject_of(one, Matter::RevokeByReissue), subject_of(other, Matter::RevokeByReissue));
}

TEST(Refunded, CountsWhatIsOnItsWay) {
  Order order;
  const auto add = [&](Refund::State state) {
    Refund refund;
    refund.attempt = "P1";
    refund.amount = Fen{1};
    refund.state = state;
    order.refunds.push_back(refund);
  };
  using State = Refund::State;
  for (const State state : {State::Asked, State::Refused, State::Withdrawn}) add(state);
  EXPECT_EQ(refunded(order, "P1"), Fen{0});
  for (const State state : {State::Sending, State::Sent, State::Failed}) add(state);
  EXPECT_EQ(refunded(order, "P1"), Fen{3});
  EXPECT_EQ(refunded(order, "P2"), Fen{0});
}

}  // namespace
}  // namespace vermilion::tests
