#include "service/payment/wechat/requests.hpp"

#include "tests/service/payment/wechat/a_merchant.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::service::payment::wechat {
namespace {

using nlohmann::json;
using std::chrono::seconds;

const Stamp kStamp{.now = Instant(seconds(1'795'226'401)), .nonce = "n"};

TEST(WechatRequests, ChargeNamesAmountInFenAndExpiry) {
  const Charge charge{.attempt = "CA202611210001",
                      .amount_fen = 22000,
                      .description = "数字证书费用",
                      .expires = kStamp.now + seconds(7200)};
  const auto request = charge_request(a_merchant(), charge, kStamp);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/v3/pay/transactions/native");
  EXPECT_EQ(json::parse(request.body),
            json({{"appid", "wxd678efh567hg6787"},
                  {"mchid", "1230000109"},
                  {"description", "数字证书费用"},
                  {"out_trade_no", "CA202611210001"},
                  {"time_expire", "2026-11-21T12:00:01+08:00"},
                  {"notify_url", "https://ca.example.com/pay/wechat/notify"},
                  {"amount", {{"total", 22000}, {"currency", "CNY"}}}}));
  EXPECT_EQ(http::only(request.headers, "Content-Type"), "application/json");
}

TEST(WechatRequests, SameChargeIsTheSameBody) {
  const Charge charge{.attempt = "CA202611210001", .amount_fen = 1, .expires = kStamp.now};
  EXPECT_EQ(charge_request(a_merchant(), charge, kStamp).body,
            charge_request(a_merchant(), charge, {kStamp.now + seconds(60), "m"}).body);
}

TEST(WechatRequests, QuestionsNameWhatTheyAreAbout) {
  const auto merchant = a_merchant();
  EXPECT_EQ(query_request(merchant, "CA1", kStamp).path,
            "/v3/pay/transactions/out-trade-no/CA1?mchid=1230000109");
  EXPECT_EQ(close_request(merchant, "CA1", kStamp).path,
            "/v3/pay/transactions/out-trade-no/CA1/close");
  EXPECT_EQ(refund_query_request(merchant, "RF1", kStamp).path, "/v3/refund/domestic/refunds/RF1");
  EXPECT_EQ(bill_request(merchant, "2026-11-21", kStamp).path,
            "/v3/bill/tradebill?bill_date=2026-11-21&bill_type=ALL");
}

TEST(WechatRequests, RefundNamesBothAmounts) {
  const RefundOrder order{.attempt = "CA1",
                          .refund = "RF1",
                          .paid_fen = 22000,
                          .refund_fen = 19000,
                          .reason = "项目选错"};
  const auto body = json::parse(refund_request(a_merchant(), order, kStamp).body);
  EXPECT_EQ(body.at("out_refund_no"), "RF1");
  EXPECT_EQ(body.at("amount"), json({{"refund", 19000}, {"total", 22000}, {"currency", "CNY"}}));
}

}  // namespace
}  // namespace vermilion::service::payment::wechat
