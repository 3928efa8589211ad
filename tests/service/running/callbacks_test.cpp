#include "service/running/callbacks.hpp"

#include "tests/service/effects/office.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::running {
namespace {

using tests::Backend;
using tests::Office;
using Answer = Callbacks::Answer;

constexpr const char* kCode = "91360600MA35DEM06M";
constexpr std::string_view kAwaitingPayment = R"(
applicant begin new main
outside work
outside verify
applicant fill_form
applicant upload all
outside work
applicant submit
reviewer claim
reviewer accept all
reviewer approve
outside work
applicant open NEW-1-P1 wechat
outside work
)";

class ACallback : public testing::Test {
 protected:
  ACallback()
      : callbacks(office.reception, office.ears, office.store.orders,
                  [this] { return office.stamp(); }) {
    office.register_organisation(kCode, "OLD");
    office.live("NEW-1", kCode, "OLD", kAwaitingPayment);
    static_cast<void>(office.partners.take_deliveries());
    EXPECT_TRUE(office.partners.pay({simulator::Channel::WeChat, "NEW-1-P1"}));
    paid = office.partners.take_deliveries().front().callback.request;
  }

  Office office{Backend::Sqlite};
  Callbacks callbacks;
  http::Request paid;
};

TEST_F(ACallback, ThatIsSignedCountsOnceHoweverOftenItComes) {
  EXPECT_EQ(callbacks.wechat(paid.headers, paid.body), Answer::Stored);
  EXPECT_EQ(office.order("NEW-1").stage, workflow::Stage::AwaitingParcel);
  const auto version = office.order("NEW-1").version;
  EXPECT_EQ(callbacks.wechat(paid.headers, paid.body), Answer::Stored);
  EXPECT_EQ(office.order("NEW-1").version, version);
}

TEST_F(ACallback, ThatIsNotSignedChangesNothing) {
  EXPECT_EQ(callbacks.wechat(paid.headers, paid.body + " "), Answer::Forged);
  EXPECT_EQ(callbacks.wechat({}, paid.body), Answer::Forged);
  EXPECT_EQ(callbacks.alipay("trade_status=TRADE_SUCCESS"), Answer::Forged);
  EXPECT_EQ(callbacks.verification({}, "{}"), Answer::Forged);
  EXPECT_EQ(callbacks.courier("NEW-1", "param={}&sign=0"), Answer::Forged);
  EXPECT_EQ(office.order("NEW-1").stage, workflow::Stage::AwaitingPayment);
}

TEST_F(ACallback, OfSomebodyWeHaveNoContractWithIsNotHeard) {
  const effects::Ears none;
  Callbacks deaf(office.reception, none, office.store.orders, [this] { return office.stamp(); });
  EXPECT_EQ(deaf.wechat(paid.headers, paid.body), Answer::Deaf);
  EXPECT_EQ(deaf.alipay(paid.body), Answer::Deaf);
  EXPECT_EQ(deaf.verification({}, ""), Answer::Deaf);
  EXPECT_EQ(deaf.courier("NEW-1", ""), Answer::Deaf);
}

}  // namespace
}  // namespace vermilion::service::running
