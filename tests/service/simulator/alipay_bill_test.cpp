#include "service/simulator/alipay_bill.hpp"

#include "service/effects/billing.hpp"
#include "service/payment/alipay/notice.hpp"
#include "service/payment/alipay/requests.hpp"
#include "service/payment/bill.hpp"
#include "tests/service/effects/played.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::simulator {
namespace {

using payment::Booking;
using testing::HasSubstr;
using tests::Played;

constexpr const char* kDay = "2026-03-09";

// A renewal paid by Alipay, half of it given back the same day.
class AlipayBillFile : public testing::Test {
 protected:
  AlipayBillFile() {
    EXPECT_TRUE(played.carry("create_payment"));
    EXPECT_TRUE(played.partners.pay({Channel::Alipay, "P1"}));
    played.hear_all();
    played.journey.go(
        "applicant ask_refund R1 5000 不再需要\napplicant letter\nfinance approve_refund\n");
    EXPECT_TRUE(played.carry("refund_payment"));
  }

  Played played{"applicant begin renew organisation years=2\napplicant open P1 alipay\n"};
};

effects::FetchBill bills_of(Played& played) {
  return effects::alipay_bills(application_of(played.partners.sides().alipay, {}), played.carrier(),
                               played.carrier(), played.world.stamps);
}

std::string address_of_bill(Played& played) {
  const auto application = application_of(played.partners.sides().alipay, {});
  const auto told = played.partners.answer(
      payment::alipay::bill_request(application, kDay, played.world.stamps()));
  const auto file = payment::alipay::read_bill_file(told, application);
  EXPECT_TRUE(file) << told.body;
  return file ? file->url : "";
}

TEST_F(AlipayBillFile, AgreesWithWhatWasPaidAndRefunded) {
  const auto bill = bills_of(played)(kDay);
  ASSERT_TRUE(bill) << bill.error();
  const auto& attempt = played.order().attempts.front();
  const std::vector<Booking> ours{{"P1", "", attempt.transaction, attempt.paid.amount},
                                  {"P1", "R1", attempt.transaction, 5000}};
  EXPECT_EQ(*bill, ours);
}

TEST_F(AlipayBillFile, LiesWhereAlipayKeepsThemForHalfAMinute) {
  const std::string url = address_of_bill(played);
  EXPECT_THAT(url,
              testing::StartsWith("http://dwbillcenter.alipay.com/downloadBillFile.resource?"));
  EXPECT_THAT(url, HasSubstr("fileType=csv.zip&bizDates=20260309&"));
  const auto request = payment::alipay::bill_file_request({.url = url, .sha1 = {}});
  played.journey.now += std::chrono::seconds(29);
  EXPECT_EQ(played.partners.answer(request).status, 200);
  played.journey.now += std::chrono::seconds(1);
  EXPECT_EQ(played.partners.answer(request).status, 403);
}

TEST_F(AlipayBillFile, IsHadByWhoKnowsItsAddressOnly) {
  std::string url = address_of_bill(played);
  url.back() = url.back() == '0' ? '1' : '0';
  EXPECT_EQ(played.partners.answer(payment::alipay::bill_file_request({url, {}})).status, 403);
  EXPECT_EQ(
      played.partners.answer({"GET", std::string(kBillFile) + "bizDates=20260309", {}, {}}).status,
      400);
}

TEST_F(AlipayBillFile, DayWithoutTradesHasNone) {
  const auto bill = bills_of(played)("2026-03-08");
  ASSERT_TRUE(bill) << bill.error();
  EXPECT_THAT(*bill, testing::IsEmpty());
}

TEST_F(AlipayBillFile, WhatIsNoArchiveIsSaidToBeNone) {
  const auto files = [](const http::Request&) {
    return transport::Exchanged(http::Answer{200, {}, "<html>busy</html>"});
  };
  const auto fetch = effects::alipay_bills(application_of(played.partners.sides().alipay, {}),
                                           played.carrier(), files, played.world.stamps);
  EXPECT_FALSE(fetch(kDay));
}

}  // namespace
}  // namespace vermilion::service::simulator
