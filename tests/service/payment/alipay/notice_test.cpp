#include "service/payment/alipay/notice.hpp"

#include "service/payment/alipay/requests.hpp"
#include "tests/service/payment/alipay/an_application.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vermilion::service::payment::alipay {
namespace {

using std::chrono::seconds;

Parameters a_notice() {
  return {{"app_id", "2021000000000001"},
          {"seller_id", "2088000000000002"},
          {"notify_id", "N1"},
          {"out_trade_no", "CA2"},
          {"trade_no", "77"},
          {"trade_status", "TRADE_SUCCESS"},
          {"total_amount", "220.00"},
          {"gmt_payment", "2026-11-21 10:00:40"},
          {"charset", "utf-8"}};
}

tl::expected<Notice, Distrust> read(const Parameters& parameters) {
  return read_notice(called_back(parameters), an_application());
}

TEST(AlipayNotice, OfTheVectorsIsAPaidTrade) {
  const std::string body = vectors().at("alipay_notify").at("form_body");
  const auto notice = read_notice(body, of_the_vectors());
  ASSERT_TRUE(notice) << name(notice.error());
  EXPECT_EQ(notice->id, "2026112100222100040000000000000001");
  EXPECT_EQ(notice->state, State::Paid);
  EXPECT_EQ(notice->attempt, "CA202611210002");
  EXPECT_EQ(notice->amount_fen, 22000);
  EXPECT_EQ(notice->at, Instant(seconds(1'795'226'440)));
}

TEST(AlipayNotice, EveryTradeStatusIsUnderstood) {
  using enum State;
  for (const auto& [word, state] : {std::pair{"TRADE_SUCCESS", Paid},
                                    {"TRADE_FINISHED", Paid},
                                    {"WAIT_BUYER_PAY", Unpaid},
                                    {"TRADE_CLOSED", Closed}}) {
    auto parameters = a_notice();
    parameters["trade_status"] = word;
    ASSERT_TRUE(read(parameters)) << word;
    EXPECT_EQ(read(parameters)->state, state) << word;
  }
}

// Part of the money went back: Alipay sends the trade as paid once more.
TEST(AlipayNotice, RefundIsNotTakenForASecondPayment) {
  for (const char* status : {"TRADE_SUCCESS", "TRADE_CLOSED"}) {
    auto parameters = a_notice();
    parameters["trade_status"] = status;
    parameters["refund_fee"] = "190.05";
    parameters["out_biz_no"] = "RF2";
    parameters["gmt_refund"] = "2026-11-21 11:00:00.123";
    const auto notice = read(parameters);
    ASSERT_TRUE(notice) << status;
    EXPECT_EQ(notice->state, State::Refunded);
    EXPECT_EQ(notice->refund, "RF2");
    EXPECT_EQ(notice->amount_fen, 19005);
    EXPECT_EQ(notice->at, Instant(seconds(1'795'230'000)));
  }
}

TEST(AlipayNotice, OtherSellersTradesAreForeign) {
  for (const char* member : {"app_id", "seller_id"}) {
    auto parameters = a_notice();
    parameters[member] = "another";
    EXPECT_EQ(read(parameters).error(), Distrust::Foreign) << member;
  }
}

TEST(AlipayNotice, WhatIsMissingOrNoAmountIsIncomplete) {
  for (const char* member : {"notify_id", "out_trade_no", "trade_status", "total_amount"}) {
    auto parameters = a_notice();
    parameters.erase(member);
    EXPECT_EQ(read(parameters).error(), Distrust::Incomplete) << member;
  }
  auto parameters = a_notice();
  parameters["total_amount"] = "220.001";
  EXPECT_EQ(read(parameters).error(), Distrust::Incomplete);
}

TEST(AlipayNotice, ForgedBodiesAreNeverBelieved) {
  const std::string body = called_back(a_notice());
  const auto application = an_application();
  ASSERT_TRUE(read_notice(body, application));
  std::minstd_rand random(7);
  int believed = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string forged = body;
    char& byte = forged[random() % forged.size()];
    byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 255));
    const auto read = read_notice(forged, application);
    // A blank may be written `+` or ` `, a hexadecimal digit in either case: the same text.
    if (read && from_form(forged) != from_form(body)) ++believed;
  }
  EXPECT_EQ(believed, 0);
}

TEST(AlipayNotice, CodeToShowIsReadFromTheVectors) {
  const http::Answer answer{200, {}, vectors().at("alipay_sync_response").at("raw")};
  EXPECT_EQ(read_code_url(answer, of_the_vectors()), "https://qr.alipay.com/bavh4wjlxf12tper3a");
  EXPECT_EQ(read_code_url(answer, an_application()).error(), Distrust::BadSignature);
}

TEST(AlipayNotice, TradeNobodyScannedIsUnpaid) {
  const http::Answer answer{
      200,
      {},
      answered("alipay_trade_query_response",
               R"({"code":"40004","sub_code":"ACQ.TRADE_NOT_EXIST","out_trade_no":"CA2"})")};
  ASSERT_TRUE(read_trade(answer, an_application()));
  EXPECT_EQ(read_trade(answer, an_application())->state, State::Unpaid);
}

TEST(AlipayNotice, QueriedTradeIsRead) {
  const http::Answer answer{
      200,
      {},
      answered(
          "alipay_trade_query_response",
          R"({"code":"10000","trade_status":"TRADE_SUCCESS","out_trade_no":"CA2","trade_no":"77",)"
          R"("total_amount":"220.00","send_pay_date":"2026-11-21 10:00:40"})")};
  const auto trade = read_trade(answer, an_application());
  ASSERT_TRUE(trade);
  EXPECT_EQ(trade->state, State::Paid);
  EXPECT_EQ(trade->amount_fen, 22000);
}

TEST(AlipayNotice, RefundIsDoneOnlyWhenTheMoneyMoved) {
  const RefundOrder asked{
      .attempt = "CA2", .refund = "RF2", .paid_fen = 22000, .refund_fen = 19000, .reason = {}};
  struct Case {
    const char* member;
    const char* object;
    State state;
  };
  for (const auto& [member, object, state] :
       {Case{"alipay_trade_refund_response",
             R"({"code":"10000","out_trade_no":"CA2","fund_change":"Y"})", State::Refunded},
        Case{"alipay_trade_refund_response",
             R"({"code":"10000","out_trade_no":"CA2","fund_change":"N"})", State::Refunding},
        Case{"alipay_trade_refund_response", R"({"code":"10000","out_trade_no":"CA2"})",
             State::Refunding},
        Case{"alipay_trade_fastpay_refund_query_response",
             R"({"code":"10000","out_trade_no":"CA2","refund_status":"REFUND_SUCCESS"})",
             State::Refunded}}) {
    const auto read = read_refund({200, {}, answered(member, object)}, asked, an_application());
    ASSERT_TRUE(read) << object;
    EXPECT_EQ(read->state, state) << object;
    EXPECT_EQ(read->amount_fen, 19000);
  }
}

TEST(AlipayNotice, AddressOfABillIsReadWhereItIsSigned) {
  constexpr const char* kMember = "alipay_data_dataservice_bill_downloadurl_query_response";
  const auto read = [&](const std::string& object) {
    return read_bill_file({200, {}, answered(kMember, object)}, an_application());
  };
  const auto file = read(
      R"({"code":"10000","bill_download_url":"http:\/\/dwbillcenter.alipay.com\/f?fileId=%2Fa"})");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->url, "http://dwbillcenter.alipay.com/f?fileId=%2Fa");
  EXPECT_EQ(bill_file_request(*file).path, "/f?fileId=%2Fa");
  EXPECT_EQ(read(R"({"code":"40004","sub_code":"isp.bill_not_exist"})")->url, "");
  EXPECT_EQ(read(R"({"code":"20000","sub_code":"isp.unknow-error"})").error(),
            Distrust::Incomplete);
  EXPECT_EQ(read_bill_file({200, {}, answered(kMember, "{}")}, of_the_vectors()).error(),
            Distrust::BadSignature);
}

}  // namespace
}  // namespace vermilion::service::payment::alipay
