#include "service/simulator/alipay_bill.hpp"

#include "service/crypto/digest.hpp"
#include "service/payment/alipay/form.hpp"
#include "service/payment/alipay/gbk.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/yuan.hpp"
#include "service/zip/zip.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace vermilion::service::simulator {
namespace {

using payment::beijing_time;
using payment::yuan_text;
using payment::alipay::from_form;
using payment::alipay::gbk_of_utf8;

constexpr std::int64_t kLife_s = 30;

// One line of the bill: a trade, or a refund of it.
struct Line {
  const Trade* trade = nullptr;
  const Refund* refund = nullptr;
};

std::vector<Line> lines_of(std::string_view day, const Book& book) {
  const auto is_on = [&](Instant at) { return beijing_time(at).starts_with(day); };
  std::vector<Line> lines;
  for (const auto& [key, trade] : book.trades) {
    const bool paid = key.first == Channel::Alipay && trade.state == Trade::State::Paid;
    if (paid && is_on(trade.paid_at)) lines.push_back({&trade, nullptr});
  }
  for (const auto& [key, refund] : book.refunds) {
    const bool done = key.first == Channel::Alipay && refund.state == Refund::State::Done;
    if (!done || !is_on(refund.at)) continue;
    lines.push_back({&book.trades.at({Channel::Alipay, refund.attempt}), &refund});
  }
  return lines;
}

// "20261121", as names of files have it.
std::string digits(std::string_view day) {
  std::string text(day);
  std::erase(text, '-');
  return text;
}

// And back.
std::string day_of(std::string_view digits) {
  if (digits.size() != 8) return {};
  return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
}

// Numbers end with a tab, lest a spreadsheet rounds them.
std::string row_of(const Line& line) {
  const auto& [trade, refund] = line;
  const Instant at = refund != nullptr ? refund->at : trade->paid_at;
  const std::string yuan =
      refund != nullptr ? "-" + yuan_text(refund->amount_fen) : yuan_text(trade->amount_fen);
  return fmt::format(
      "{}\t,{}\t,{},{},{},{},\t,\t,\t,\t,simulated,{},{},0.00,0.00,0.00,0.00,0.00,,0.00,0.00,{}\t,"
      "0.00,0.00,\r\n",
      trade->transaction, trade->attempt, refund != nullptr ? "退款" : "交易", trade->description,
      beijing_time(trade->paid_at), beijing_time(at), yuan, yuan,
      refund != nullptr ? refund->number : "");
}

std::string head_of(std::string_view title, std::string_view day, const AlipaySide& side) {
  return fmt::format(
      "#支付宝{}\r\n#账号：[{}0156]\r\n#起始日期：[{} 00:00:00]   终止日期：[{} 24:00:00]\r\n",
      title, side.seller_id, day, day);
}

std::string list_of(std::string_view day, const std::vector<Line>& lines, const AlipaySide& side) {
  std::string text =
      head_of("业务明细查询", day, side) +
      "#-----------------------------------------业务明细列表--------------------------------------"
      "-"
      "-\r\n支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,"
      "终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,"
      "支付宝优惠（元）,"
      "商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,"
      "退款批次号/请求号,服务费（元）,分润（元）,备注\r\n";
  for (const Line& line : lines) text += row_of(line);
  return text +
         "#-----------------------------------------业务明细列表结束-------------------------------"
         "----"
         "-----\r\n";
}

std::string sums_of(std::string_view day, const std::vector<Line>& lines, const AlipaySide& side) {
  std::int64_t paid_fen = 0;
  std::int64_t refunded_fen = 0;
  std::int64_t refunds = 0;
  for (const auto& [trade, refund] : lines) {
    refunds += refund != nullptr ? 1 : 0;
    (refund != nullptr ? refunded_fen : paid_fen) +=
        refund != nullptr ? refund->amount_fen : trade->amount_fen;
  }
  return head_of("业务汇总查询", day, side) +
         "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）\r\n" +
         fmt::format("合计\t,\t,{},{},{}\r\n", static_cast<std::int64_t>(lines.size()) - refunds,
                     refunds, yuan_text(std::max<std::int64_t>(0, paid_fen - refunded_fen)));
}

zip::Entry entry(const std::string& name, const std::string& text) {
  return {gbk_of_utf8(name).value_or(name), gbk_of_utf8(text).value_or(text)};
}

std::string token_of(std::string_view day, std::string_view timestamp, const AlipaySide& side) {
  const std::string secret = side.gateway.sign("bills");
  return crypto::hex(crypto::hmac_sha256(secret, fmt::format("{} {}", day, timestamp)))
      .substr(0, 32);
}

http::Answer text_answer(int status, std::string_view text) {
  return {status, {{"Content-Type", "text/plain"}}, std::string(text)};
}

bool is_good(const payment::alipay::Parameters& asked, const std::string& day,
             const AlipaySide& side, Instant now) {
  const auto& timestamp = asked.at("timestamp");
  std::int64_t made_at = 0;
  std::from_chars(timestamp.data(), timestamp.data() + timestamp.size(), made_at);
  const auto age = now.time_since_epoch().count() - made_at;
  return age >= 0 && age < kLife_s && asked.at("token") == token_of(day, timestamp, side);
}

}  // namespace

bool has_bill(std::string_view day, const Book& book) {
  return !lines_of(day, book).empty();
}

std::string bill_path(std::string_view day, const AlipaySide& side, Instant now) {
  const std::string timestamp = fmt::format("{}", now.time_since_epoch().count());
  const std::string file = fmt::format("{}0156_{}.csv.zip", side.seller_id, digits(day));
  return fmt::format(
      "{}bizType=trade&userId={}0156&fileType=csv.zip&bizDates={}&downloadFileName={}&fileId={}&"
      "timestamp={}&token={}",
      kBillFile, side.seller_id, digits(day), file, file, timestamp,
      token_of(day, timestamp, side));
}

http::Answer alipay_bill_file(const std::string& path, const Book& book, const AlipaySide& side,
                              Instant now) {
  const auto asked = from_form(path.substr(kBillFile.size()));
  const bool whole = asked && asked->contains("bizDates") && asked->contains("timestamp") &&
                     asked->contains("token");
  if (!whole) return text_answer(400, "no such bill\n");
  const std::string day = day_of(asked->at("bizDates"));
  if (!is_good(*asked, day, side, now)) return text_answer(403, "the address is no longer good\n");
  const auto lines = lines_of(day, book);
  const std::string name = fmt::format("{}0156_{}_业务明细", side.seller_id, digits(day));
  auto archive = zip::packed({entry(name + ".csv", list_of(day, lines, side)),
                              entry(name + "(汇总).csv", sums_of(day, lines, side))});
  if (!archive) return text_answer(500, archive.error());
  return {200, {{"Content-Type", "application/zip"}}, *std::move(archive)};
}

}  // namespace vermilion::service::simulator
