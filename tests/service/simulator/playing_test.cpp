#include "service/simulator/playing.hpp"

#include "service/effects/texting.hpp"
#include "service/payment/bill.hpp"
#include "service/payment/wechat/requests.hpp"
#include "service/payment/wechat/signing.hpp"
#include "service/simulator/page.hpp"
#include "service/simulator/partners.hpp"
#include "tests/service/effects/played.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::simulator {
namespace {

using testing::HasSubstr;
using tests::Played;

TEST(Playing, WhatWeDidNotSignIsRefusedByEveryone) {
  Played played("");
  http::Request request{"POST", "/v3/pay/transactions/native", {}, "{}"};
  EXPECT_EQ(played.partners.answer(request).status, 401);
  request.path = "/v1/verifications";
  EXPECT_EQ(played.partners.answer(request).status, 401);
  request.path = "/gateway.do";
  request.body = "app_id=2021000000000000&method=alipay.trade.precreate&sign=AAAA";
  EXPECT_THAT(played.partners.answer(request).body, HasSubstr("invalid-signature"));
  EXPECT_THAT(played.partners.answer({"POST", "/", {{"x-acs-action", "SendSms"}}, {}}).body,
              HasSubstr("SignatureDoesNotMatch"));
  EXPECT_THAT(played.partners.answer({"POST", "/", {{"X-TC-Action", "SendSms"}}, {}}).body,
              HasSubstr("AuthFailure"));
  EXPECT_THAT(
      played.partners.answer({"POST", "/poll/query.do", {}, "customer=S&param={}&sign=ABC"}).body,
      HasSubstr("503"));
  EXPECT_EQ(played.partners.answer({"GET", "/nobody", {}, {}}).status, 404);
}

TEST(Playing, BothVendorsTakeTexts) {
  Played played("");
  const auto& sides = played.partners.sides();
  const sms::Message message{"13800138000", "SMS_1", {{"order", "O1"}, {"project", "鹰潭"}}, "r"};
  EXPECT_TRUE(effects::by_aliyun(sides.aliyun, played.carrier(), played.world.stamps)(message));
  EXPECT_TRUE(effects::by_tencent(sides.tencent, played.carrier(), played.world.stamps)(message));
  const auto texts = played.partners.book().texts;
  ASSERT_EQ(texts.size(), 2u);
  EXPECT_EQ(texts[1].blanks, R"(["O1","鹰潭"])");
}

// The bill the gateway writes, read and held against what our order knows.
TEST(Playing, BillOfTheDayAgreesWithWhatWasPaidAndRefunded) {
  Played played("applicant begin renew organisation years=2\napplicant open P1 wechat\n");
  ASSERT_TRUE(played.carry("create_payment"));
  ASSERT_TRUE(played.partners.pay({Channel::WeChat, "P1"}));
  played.hear_all();
  played.journey.go(
      "applicant ask_refund R1 5000 不再需要\napplicant letter\nfinance approve_refund\n");
  ASSERT_TRUE(played.carry("refund_payment"));
  const auto merchant = merchant_of(played.partners.sides().wechat, {});
  const auto stamp = played.world.stamps();
  const auto told =
      played.partners.answer(payment::wechat::bill_request(merchant, "2026-03-09", stamp));
  const auto json = nlohmann::json::parse(told.body);
  const std::string url = json.at("download_url");
  const auto file = played.partners.answer(payment::wechat::signed_request(
      {"GET", url.substr(std::string_view("https://api.mch.weixin.qq.com").size()), {}, {}},
      merchant, stamp));
  const auto bill = payment::wechat::read_bill(file.body);
  ASSERT_TRUE(bill) << bill.error();
  const auto& attempt = played.order().attempts.front();
  const std::vector<payment::Booking> ours{{"P1", "", attempt.transaction, attempt.paid.amount},
                                           {"P1", "R1", attempt.transaction, 5000}};
  EXPECT_THAT(payment::reconcile(*bill, ours), testing::IsEmpty());
  EXPECT_EQ(bill->size(), 2u);
}

TEST(Playing, SameSeedIsTheSameMischief) {
  const Callback callback{"http://127.0.0.1/x", {"POST", "/", {}, "body"}};
  const Mischief mischief{.drop = 20, .twice = 20, .late = 20, .forge = 20};
  const auto day = [&](std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::string told;
    for (int i = 0; i < 1'000; ++i) {
      for (const auto& one : deliveries_of(callback, mischief, random)) {
        told +=
            one.callback.request.body + (one.forged ? "!" : "") + std::to_string(one.after.count());
      }
      told += '\n';
    }
    return told;
  };
  EXPECT_EQ(day(7), day(7));
  EXPECT_NE(day(7), day(8));
}

TEST(Playing, PageShowsWhatThereIsAndEscapesIt) {
  Book book;
  book.trades[{Channel::WeChat, "<b>"}] = {.attempt = "<b>", .amount_fen = 22000};
  const std::string page = page_of(book, {}, "<i>");
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;"));
  EXPECT_THAT(page, HasSubstr("220.00 元"));
  EXPECT_THAT(page, HasSubstr("&lt;i&gt;"));
  EXPECT_THAT(page, testing::Not(HasSubstr("<b>")));
  EXPECT_THAT(page, testing::Not(HasSubstr("<script")));
}

TEST(Playing, EveryButtonOfThePageIsOne) {
  Played played("");
  for (const char* act : {"pay", "again", "refund", "refund_fail", "verify", "verify_fail",
                          "deliver", "refuse", "mischief", "swallow", "refunds"}) {
    EXPECT_TRUE(press(std::string("act=") + act, played.partners)) << act;
  }
  EXPECT_FALSE(press("act=rob", played.partners));
  EXPECT_FALSE(press("%zz", played.partners));
}

}  // namespace
}  // namespace vermilion::service::simulator
