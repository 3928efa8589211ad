#include "service/payment/alipay/requests.hpp"

#include "tests/service/payment/alipay/an_application.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::payment::alipay {
namespace {

using nlohmann::json;
using std::chrono::seconds;

const Stamp kStamp{.now = Instant(seconds(1'795'226'400)), .nonce = {}};
const RefundOrder kRefund{.attempt = "CA2",
                          .refund = "RF2",
                          .paid_fen = 22000,
                          .refund_fen = 19005,
                          .reason = "项目选错"};

Parameters sent(const http::Request& request) {
  return from_form(request.body).value();
}

json content(const http::Request& request) {
  return json::parse(sent(request).at("biz_content"));
}

TEST(AlipayRequests, CarryWhatEveryCallNeeds) {
  const auto request = charge_request(
      an_application(),
      {.attempt = "CA2", .amount_fen = 22000, .expires = kStamp.now + seconds(7200)}, kStamp);
  EXPECT_EQ(request.path, "/gateway.do");
  Parameters parameters = sent(request);
  EXPECT_EQ(parameters.at("timestamp"), "2026-11-21 10:00:00");
  EXPECT_EQ(parameters.at("method"), "alipay.trade.precreate");
  EXPECT_EQ(parameters.at("sign_type"), "RSA2");
  const auto key = *crypto::RsaPublicKey::from_pem(our_key().public_pem());
  EXPECT_TRUE(key.verifies(request_text(parameters), *crypto::from_base64(parameters.at("sign"))));
}

TEST(AlipayRequests, ChargeIsWrittenInYuan) {
  const Charge charge{.attempt = "CA2",
                      .amount_fen = 22005,
                      .description = "数字证书费用",
                      .expires = kStamp.now + seconds(7200)};
  EXPECT_EQ(content(charge_request(an_application(), charge, kStamp)),
            json({{"out_trade_no", "CA2"},
                  {"total_amount", "220.05"},
                  {"subject", "数字证书费用"},
                  {"time_expire", "2026-11-21 12:00:00"}}));
}

TEST(AlipayRequests, RefundIsBoundToItsNumber) {
  EXPECT_EQ(content(refund_request(an_application(), kRefund, kStamp)),
            json({{"out_trade_no", "CA2"},
                  {"refund_amount", "190.05"},
                  {"refund_reason", "项目选错"},
                  {"out_request_no", "RF2"}}));
  EXPECT_EQ(content(refund_query_request(an_application(), kRefund, kStamp)).at("out_request_no"),
            "RF2");
}

TEST(AlipayRequests, QuestionsNameWhatTheyAreAbout) {
  const auto application = an_application();
  EXPECT_EQ(content(query_request(application, "CA2", kStamp)), json({{"out_trade_no", "CA2"}}));
  EXPECT_EQ(content(close_request(application, "CA2", kStamp)), json({{"out_trade_no", "CA2"}}));
  EXPECT_EQ(content(bill_request(application, "2026-11-20", kStamp)),
            json({{"bill_type", "trade"}, {"bill_date", "2026-11-20"}}));
}

}  // namespace
}  // namespace vermilion::service::payment::alipay
