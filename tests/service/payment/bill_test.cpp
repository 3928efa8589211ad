#include "service/payment/bill.hpp"

#include "service/payment/alipay/gbk.hpp"
#include "service/zip/zip.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace vermilion::service::payment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Kind = Difference::Kind;

Booking paid(const std::string& attempt, std::int64_t fen = 22000) {
  return {attempt, "", "T-" + attempt, fen};
}

Booking back(const std::string& attempt, const std::string& refund, std::int64_t fen) {
  return {attempt, refund, "T-" + attempt, fen};
}

struct Case {
  const char* what;
  std::vector<Booking> there;
  std::vector<Booking> here;
  std::vector<Kind> kinds;
};

TEST(Reconcile, TellsWhatOneSideHasAndTheOtherNot) {
  const std::vector<Case> cases{
      {"both empty", {}, {}, {}},
      {"the same", {paid("A")}, {paid("A")}, {}},
      {"in another order", {paid("A"), paid("B")}, {paid("B"), paid("A")}, {}},
      {"a callback that never came", {paid("A")}, {}, {Kind::MissingHere}},
      {"a payment nobody made", {}, {paid("A")}, {Kind::MissingThere}},
      {"another amount", {paid("A", 22000)}, {paid("A", 19000)}, {Kind::OtherAmount}},
      {"a refund is not its payment",
       {paid("A")},
       {back("A", "R", 22000)},
       {Kind::MissingHere, Kind::MissingThere}},
      {"refunds by their own number",
       {back("A", "R1", 100), back("A", "R2", 200)},
       {back("A", "R1", 100), back("A", "R2", 300)},
       {Kind::OtherAmount}},
      {"twice in the bill", {paid("A"), paid("A")}, {paid("A")}, {Kind::Doubled}},
      {"twice with us", {paid("A")}, {paid("A"), paid("A")}, {Kind::Doubled}},
      {"all at once",
       {paid("A"), paid("B", 1), paid("C")},
       {paid("B", 2), paid("C"), paid("D")},
       {Kind::MissingHere, Kind::OtherAmount, Kind::MissingThere}},
  };
  for (const auto& [what, there, here, kinds] : cases) {
    std::vector<Kind> found;
    for (const auto& difference : reconcile(there, here)) found.push_back(difference.kind);
    EXPECT_EQ(found, kinds) << what;
  }
}

TEST(Reconcile, TellsBothSidesOfADifference) {
  const std::vector there{paid("A", 22000)};
  const std::vector here{paid("A", 19000)};
  EXPECT_THAT(reconcile(there, here),
              ElementsAre(Difference{Kind::OtherAmount, there[0], here[0]}));
}

// As many differences as were made, whatever the order.
TEST(Reconcile, FindsEveryDifferenceOfRandomDays) {
  std::minstd_rand random(17);
  for (int day = 0; day < 300; ++day) {
    std::vector<Booking> there;
    std::vector<Booking> here;
    std::size_t made = 0;
    for (int i = 0; i < 50; ++i) {
      const Booking one = paid("A" + std::to_string(i), 1 + static_cast<int>(random() % 30000));
      const auto fate = random() % 10;
      if (fate != 0) there.push_back(one);
      if (fate != 1) here.push_back(one);
      if (fate == 2) ++here.back().amount_fen;
      made += fate <= 2 ? 1 : 0;
    }
    std::shuffle(here.begin(), here.end(), random);
    EXPECT_EQ(reconcile(there, here).size(), made);
  }
}

constexpr const char* kWeChatHead =
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
    "付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,"
    "退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\n";

std::string wechat_row(const std::string& attempt, const std::string& state,
                       const std::string& paid_yuan, const std::string& refund,
                       const std::string& back_yuan, const std::string& refund_state) {
  return "`2026-11-21 10:00:00,`wx,`123,`0,`,`42000,`" + attempt + ",`o,`NATIVE,`" + state +
         ",`OTHERS,`CNY,`" + paid_yuan + ",`0.00,`5000,`" + refund + ",`" + back_yuan +
         ",`0.00,`ORIGINAL,`" + refund_state + ",`证书,`,`0.00,`0.60%,`" + paid_yuan + ",`" +
         back_yuan + ",`\n";
}

constexpr const char* kWeChatSum =
    "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n"
    "`2,`220.00,`30.00,`0.00,`0.00,`220.00,`30.00\n";

TEST(WeChatBill, TradesAndRefundsThatWentThroughAreRead) {
  const auto bill = wechat::read_bill(
      kWeChatHead + wechat_row("A1", "SUCCESS", "220.00", "0", "0.00", "") +
      wechat_row("A1", "REFUND", "0.00", "R1", "30.00", "SUCCESS") +
      wechat_row("A2", "REVOKED", "0.00", "0", "0.00", "") +
      wechat_row("A3", "REFUND", "0.00", "R3", "1.00", "PROCESSING") + kWeChatSum);
  ASSERT_TRUE(bill) << bill.error();
  EXPECT_THAT(*bill,
              ElementsAre(Booking{"A1", "", "42000", 22000}, Booking{"A1", "R1", "42000", 3000}));
}

TEST(WeChatBill, WhatIsNoBillIsSaidToBeNone) {
  EXPECT_THAT(wechat::read_bill("{\"code\":\"NO_STATEMENT_EXIST\"}").error(), HasSubstr("line 1"));
  EXPECT_FALSE(wechat::read_bill(""));
  const auto cut = wechat::read_bill(kWeChatHead + std::string("`2026,`wx\n"));
  EXPECT_THAT(cut.error(), HasSubstr("line 2"));
  EXPECT_THAT(
      wechat::read_bill(kWeChatHead + wechat_row("A", "SUCCESS", "22O", "0", "0.00", "")).error(),
      HasSubstr("no amount"));
}

constexpr const char* kAlipayHead =
    "#支付宝业务明细查询\n#账号：[20880000000000020156]\n"
    "#-----------------------------------------业务明细列表----------------------------------------"
    "\n"
    "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,"
    "对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,"
    "商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
    "退款批次号/请求号,服务费（元）,分润（元）,备注\n";

std::string alipay_row(const std::string& attempt, const std::string& kind, const std::string& yuan,
                       const std::string& refund) {
  return "20261121\t," + attempt + "\t," + kind +
         ",证书,2026-11-21 10:00:00,2026-11-21 10:00:40,\t,\t,\t,\t,ab***@c.com," + yuan + "," +
         yuan + ",0.00,0.00,0.00,0.00,0.00,,0.00,0.00," + refund + "\t,0.00,0.00,\n";
}

TEST(AlipayBill, TradesAndRefundsAreRead) {
  const auto bill = alipay::read_bill(kAlipayHead + alipay_row("A1", "交易", "220.00", "") +
                                      alipay_row("A1", "退款", "-30.00", "R1") +
                                      "#----业务明细列表结束----\n#交易合计：1笔\n");
  ASSERT_TRUE(bill) << bill.error();
  EXPECT_THAT(*bill, ElementsAre(Booking{"A1", "", "20261121", 22000},
                                 Booking{"A1", "R1", "20261121", 3000}));
}

TEST(AlipayBill, EmptyDayIsABillAndNonsenseIsNone) {
  EXPECT_THAT(*alipay::read_bill(std::string(kAlipayHead) + "#结束\n"), IsEmpty());
  EXPECT_FALSE(alipay::read_bill("#only notes\n"));
  EXPECT_FALSE(alipay::read_bill("a,b\n1,2\n"));
}

std::string in_gbk(const std::string& text) {
  return alipay::gbk_of_utf8(text).value_or("");
}

zip::Entry list(const std::string& rows) {
  return {in_gbk("20880000000000020156_20261121_业务明细.csv"), in_gbk(kAlipayHead + rows)};
}

TEST(AlipayBillArchive, ListOfTradesIsReadAndNotTheirSums) {
  const zip::Entry sums{in_gbk("20880000000000020156_20261121_业务明细(汇总).csv"), "#sums\n"};
  const auto bill =
      alipay::read_bill_archive(*zip::packed({sums, list(alipay_row("A1", "交易", "220.00", ""))}));
  ASSERT_TRUE(bill) << bill.error();
  EXPECT_THAT(*bill, ElementsAre(Booking{"A1", "", "20261121", 22000}));
  EXPECT_THAT(alipay::read_bill_archive(*zip::packed({sums})).error(), HasSubstr("no list"));
}

TEST(AlipayBillArchive, WhatIsNoneIsSaidToBeNone) {
  EXPECT_FALSE(alipay::read_bill_archive("no zip"));
  zip::Entry broken = list("");
  broken.content += "\xd2";
  EXPECT_THAT(alipay::read_bill_archive(*zip::packed({broken})).error(), HasSubstr("GBK"));
}

}  // namespace
}  // namespace vermilion::service::payment
