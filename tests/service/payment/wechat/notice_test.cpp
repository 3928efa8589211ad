#include "service/payment/wechat/notice.hpp"

#include "tests/service/payment/wechat/a_merchant.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vermilion::service::payment::wechat {
namespace {

using nlohmann::json;
using std::chrono::seconds;

constexpr Instant kNow{seconds(1'795'226'401)};

json a_trade() {
  return {{"appid", "wxd678efh567hg6787"},
          {"mchid", "1230000109"},
          {"out_trade_no", "CA1"},
          {"transaction_id", "42"},
          {"trade_state", "SUCCESS"},
          {"success_time", "2026-11-21T10:00:00+08:00"},
          {"amount", {{"total", 22000}, {"currency", "CNY"}}}};
}

json a_refund() {
  return {{"mchid", "1230000109"},      {"out_trade_no", "CA1"},
          {"transaction_id", "42"},     {"out_refund_no", "RF1"},
          {"refund_status", "SUCCESS"}, {"amount", {{"refund", 19000}, {"total", 22000}}}};
}

tl::expected<Notice, Distrust> called_back(const std::string& event, const json& resource) {
  const std::string body = sealed_notice(event, resource);
  return read_notice(gateway_headers(body, kNow.time_since_epoch().count()), body, a_merchant(),
                     kNow);
}

tl::expected<Notice, Distrust> answered(const json& trade) {
  const std::string body = trade.dump();
  const http::Answer answer{200, gateway_headers(body, kNow.time_since_epoch().count()), body};
  return read_trade(answer, a_merchant(), kNow);
}

TEST(WechatNotice, OfTheVectorsIsAPaidTrade) {
  const auto vector = vectors().at("wechat_notify");
  http::Headers headers;
  for (const auto& [name, value] : vector.at("headers").items()) headers.push_back({name, value});
  const auto notice =
      read_notice(headers, vector.at("body").get<std::string>(), a_merchant(), kNow);
  ASSERT_TRUE(notice) << name(notice.error());
  EXPECT_EQ(notice->id, "EV-2026112110000000000");
  EXPECT_EQ(notice->state, State::Paid);
  EXPECT_EQ(notice->attempt, "CA202611210001");
  EXPECT_EQ(notice->transaction, "4200000000202611210000000001");
  EXPECT_EQ(notice->amount_fen, 22000);
  EXPECT_EQ(notice->at, Instant(seconds(1'795'226'400)));
}

TEST(WechatNotice, EveryTradeStateIsUnderstood) {
  using enum State;
  for (const auto& [word, state] : {std::pair{"SUCCESS", Paid},
                                    {"REFUND", Paid},
                                    {"NOTPAY", Unpaid},
                                    {"USERPAYING", Unpaid},
                                    {"PAYERROR", Unpaid},
                                    {"CLOSED", Closed},
                                    {"REVOKED", Closed}}) {
    json trade = a_trade();
    trade["trade_state"] = word;
    ASSERT_TRUE(answered(trade)) << word;
    EXPECT_EQ(answered(trade)->state, state) << word;
  }
}

TEST(WechatNotice, EveryRefundStateIsUnderstood) {
  using enum State;
  for (const auto& [word, state] : {std::pair{"SUCCESS", Refunded},
                                    {"PROCESSING", Refunding},
                                    {"CLOSED", RefundFailed},
                                    {"ABNORMAL", RefundStuck}}) {
    json refund = a_refund();
    refund["refund_status"] = word;
    const auto notice = called_back("REFUND.ABNORMAL", refund);
    ASSERT_TRUE(notice) << word;
    EXPECT_EQ(notice->state, state) << word;
    EXPECT_EQ(notice->refund, "RF1");
    EXPECT_EQ(notice->amount_fen, 19000);
  }
}

TEST(WechatNotice, OtherMerchantsTradesAreForeign) {
  for (const char* member : {"appid", "mchid"}) {
    json trade = a_trade();
    trade[member] = "another";
    EXPECT_EQ(called_back("TRANSACTION.SUCCESS", trade).error(), Distrust::Foreign) << member;
  }
}

TEST(WechatNotice, AmountsThatAreNotWholeFenAreNotTaken) {
  for (const json& total : {json(220.5), json(-22000), json("22000"), json(nullptr), json(2.2e4)}) {
    json trade = a_trade();
    trade["amount"]["total"] = total;
    EXPECT_EQ(called_back("TRANSACTION.SUCCESS", trade).error(), Distrust::Incomplete) << total;
  }
  json dollars = a_trade();
  dollars["amount"]["currency"] = "USD";
  EXPECT_EQ(called_back("TRANSACTION.SUCCESS", dollars).error(), Distrust::Incomplete);
}

TEST(WechatNotice, MissingMembersAreIncompleteAndUnknownOnesWelcome) {
  for (const char* member : {"appid", "mchid", "out_trade_no", "trade_state", "amount"}) {
    json trade = a_trade();
    trade.erase(member);
    EXPECT_EQ(called_back("TRANSACTION.SUCCESS", trade).error(), Distrust::Incomplete) << member;
  }
  json trade = a_trade();
  trade["promotion_detail"] = json::array({1});
  EXPECT_TRUE(called_back("TRANSACTION.SUCCESS", trade));
}

TEST(WechatNotice, SealOfAnotherKeyIsNotOpened) {
  auto merchant = a_merchant();
  merchant.apiv3_key = std::string(32, 'x');
  const std::string body = sealed_notice("TRANSACTION.SUCCESS", a_trade());
  const auto headers = gateway_headers(body, kNow.time_since_epoch().count());
  EXPECT_EQ(read_notice(headers, body, merchant, kNow).error(), Distrust::Sealed);
}

// Ten thousand bodies with a byte changed: none is believed, whatever it says.
TEST(WechatNotice, ForgedBodiesAreNeverBelieved) {
  const std::string body = sealed_notice("TRANSACTION.SUCCESS", a_trade());
  const auto headers = gateway_headers(body, kNow.time_since_epoch().count());
  const auto merchant = a_merchant();
  ASSERT_TRUE(read_notice(headers, body, merchant, kNow));
  std::minstd_rand random(7);
  for (int i = 0; i < 10'000; ++i) {
    std::string forged = body;
    char& byte = forged[random() % forged.size()];
    byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 255));
    EXPECT_EQ(read_notice(headers, forged, merchant, kNow).error(), Distrust::BadSignature);
  }
}

TEST(WechatNotice, CodeToShowIsReadFromASignedAnswer) {
  const std::string body = R"({"code_url":"weixin://wxpay/bizpayurl?pr=p4lpSuKzz"})";
  http::Answer answer{200, gateway_headers(body, kNow.time_since_epoch().count()), body};
  EXPECT_EQ(read_code_url(answer, a_merchant(), kNow), "weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
  answer.body = R"({"code_url":"weixin://wxpay/bizpayurl?pr=evil"})";
  EXPECT_EQ(read_code_url(answer, a_merchant(), kNow).error(), Distrust::BadSignature);
}

TEST(WechatNotice, RefundAnswerCarriesItsState) {
  json refund = a_refund();
  refund["status"] = "PROCESSING";
  const std::string body = refund.dump();
  const http::Answer answer{200, gateway_headers(body, kNow.time_since_epoch().count()), body};
  ASSERT_TRUE(read_refund(answer, a_merchant(), kNow));
  EXPECT_EQ(read_refund(answer, a_merchant(), kNow)->state, State::Refunding);
}

TEST(WechatNotice, RefusalIsTheGatewaysOwnForm) {
  EXPECT_EQ(refused("signature"), R"({"code":"FAIL","message":"signature"})");
}

}  // namespace
}  // namespace vermilion::service::payment::wechat
