#include "service/crypto/base64.hpp"
#include "service/crypto/digest.hpp"
#include "service/payment/alipay/form.hpp"
#include "service/payment/alipay/signing.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/yuan.hpp"
#include "service/simulator/alipay_bill.hpp"
#include "service/simulator/playing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace vermilion::service::simulator {
namespace {

using Json = nlohmann::ordered_json;
using payment::beijing_time;
using payment::yuan_text;
using payment::alipay::Parameters;

Json done() {
  return {{"code", "10000"}, {"msg", "Success"}};
}

Json refused(const char* sub_code) {
  return {{"code", "40004"}, {"msg", "Business Failed"}, {"sub_code", sub_code}};
}

bool is_signed(const Parameters& parameters, const AlipaySide& side) {
  const auto sign = parameters.find("sign");
  const auto app = parameters.find("app_id");
  if (sign == parameters.end() || app == parameters.end() || app->second != side.app_id) {
    return false;
  }
  const auto bytes = crypto::from_base64(sign->second);
  const auto key = crypto::RsaPublicKey::from_pem(side.application.public_pem());
  return bytes && key && key->verifies(payment::alipay::request_text(parameters), *bytes);
}

const char* status_of(const Trade& trade) {
  if (trade.state == Trade::State::Unpaid) return "WAIT_BUYER_PAY";
  const bool all_back = trade.refunded_fen == trade.amount_fen;
  return trade.state == Trade::State::Closed || all_back ? "TRADE_CLOSED" : "TRADE_SUCCESS";
}

Json charge(const Json& content, const Parameters& parameters, Book& book, Instant now) {
  const Trade wanted{
      .channel = Channel::Alipay,
      .attempt = content.at("out_trade_no"),
      .amount_fen = payment::fen_of(content.at("total_amount").get<std::string>()).value_or(0),
      .description = content.at("subject"),
      .notify_url = parameters.at("notify_url"),
      .expires = payment::from_beijing_time(content.at("time_expire").get<std::string>())
                     .value_or(Instant{})};
  const Taken taken = open_trade(book, wanted, now);
  if (taken == Taken::PaidAlready) return refused("ACQ.TRADE_HAS_SUCCESS");
  if (taken == Taken::ClosedAlready) return refused("ACQ.TRADE_HAS_CLOSE");
  if (taken == Taken::Differs) return refused("ACQ.CONTEXT_INCONSISTENT");
  if (taken == Taken::Unfit) return refused("ACQ.INVALID_PARAMETER");
  Json answer = done();
  answer["out_trade_no"] = wanted.attempt;
  answer["qr_code"] = book.trades.at({Channel::Alipay, wanted.attempt}).code;
  return answer;
}

// A code nobody has scanned is no trade: paying is the first the gateway hears of it.
Json query(const Json& content, const Book& book) {
  const std::string attempt = content.at("out_trade_no");
  const auto found = book.trades.find({Channel::Alipay, attempt});
  if (found == book.trades.end() || found->second.transaction.empty()) {
    Json answer = refused("ACQ.TRADE_NOT_EXIST");
    answer["out_trade_no"] = attempt;
    return answer;
  }
  const Trade& trade = found->second;
  Json answer = done();
  answer["out_trade_no"] = attempt;
  answer["trade_no"] = trade.transaction;
  answer["trade_status"] = status_of(trade);
  answer["total_amount"] = yuan_text(trade.amount_fen);
  answer["send_pay_date"] = beijing_time(trade.paid_at);
  return answer;
}

// Alipay closes what was scanned; a code that was not stays payable until it runs out.
Json close(const Json& content, const Book& book) {
  const auto found = book.trades.find({Channel::Alipay, content.at("out_trade_no")});
  const bool scanned = found != book.trades.end() && !found->second.transaction.empty();
  return refused(scanned ? "ACQ.TRADE_STATUS_ERROR" : "ACQ.TRADE_NOT_EXIST");
}

Json refund_answer(const Refund& refund, const Trade& trade) {
  Json answer = done();
  answer["out_trade_no"] = refund.attempt;
  answer["trade_no"] = trade.transaction;
  answer["out_request_no"] = refund.number;
  answer["refund_amount"] = yuan_text(refund.amount_fen);
  return answer;
}

Json refund(const Json& content, const Parameters& parameters, Book& book, Instant now) {
  const Refund wanted{
      .channel = Channel::Alipay,
      .attempt = content.at("out_trade_no"),
      .number = content.at("out_request_no"),
      .amount_fen = payment::fen_of(content.at("refund_amount").get<std::string>()).value_or(0),
      .notify_url = parameters.at("notify_url")};
  const Taken taken = open_refund(book, wanted, now);
  if (taken != Taken::New && taken != Taken::Known)
    return refused("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
  const Refund& known = book.refunds.at({Channel::Alipay, wanted.number});
  Json answer = refund_answer(known, book.trades.at({Channel::Alipay, known.attempt}));
  const bool moved = taken == Taken::New && known.state == Refund::State::Done;
  answer["fund_change"] = moved ? "Y" : "N";  // N also where it moved before
  return answer;
}

Json refund_query(const Json& content, const Book& book) {
  const auto found = book.refunds.find({Channel::Alipay, content.at("out_request_no")});
  if (found == book.refunds.end()) return done();
  Json answer =
      refund_answer(found->second, book.trades.at({Channel::Alipay, found->second.attempt}));
  if (found->second.state == Refund::State::Done) answer["refund_status"] = "REFUND_SUCCESS";
  return answer;
}

Json bill(const Json& content, const Book& book, const AlipaySide& side, Instant now) {
  const std::string day = content.at("bill_date");
  if (!has_bill(day, book)) return refused("isp.bill_not_exist");
  Json answer = done();
  answer["bill_download_url"] = "http://dwbillcenter.alipay.com" + bill_path(day, side, now);
  return answer;
}

Json play(const std::string& method, const Json& content, const Parameters& parameters, Book& book,
          const AlipaySide& side, Instant now) {
  if (method == "alipay.trade.precreate") return charge(content, parameters, book, now);
  if (method == "alipay.trade.query") return query(content, book);
  if (method == "alipay.trade.close") return close(content, book);
  if (method == "alipay.trade.refund") return refund(content, parameters, book, now);
  if (method == "alipay.trade.fastpay.refund.query") return refund_query(content, book);
  if (method == "alipay.data.dataservice.bill.downloadurl.query") {
    return bill(content, book, side, now);
  }
  return refused("isv.invalid-method");
}

http::Answer answered(const std::string& method, const Json& object, const AlipaySide& side) {
  std::string member = method;
  std::ranges::replace(member, '.', '_');
  const std::string bytes = object.dump();
  return {200,
          {{"Content-Type", "application/json;charset=utf-8"}},
          fmt::format("{{\"{}_response\":{},\"sign\":\"{}\"}}", member, bytes,
                      crypto::to_base64(side.gateway.sign(bytes)))};
}

}  // namespace

http::Answer play_alipay(const http::Request& request, Book& book, const AlipaySide& side,
                         const Stamp& stamp) try {
  if (request.path.starts_with(kBillFile)) {
    return alipay_bill_file(request.path, book, side, stamp.now);
  }
  const auto parameters = payment::alipay::from_form(request.body);
  if (!parameters || !is_signed(*parameters, side)) {
    return answered("error", Json{{"code", "40002"}, {"sub_code", "isv.invalid-signature"}}, side);
  }
  const std::string method = parameters->at("method");
  const Json content = Json::parse(parameters->at("biz_content"));
  return answered(method, play(method, content, *parameters, book, side, stamp.now), side);
} catch (const std::exception&) {
  return answered("error", Json{{"code", "40004"}, {"sub_code", "isv.invalid-parameter"}}, side);
}

Callback alipay_callback(const Trade& trade, const Refund* refund, const AlipaySide& side,
                         const Stamp& stamp) {
  Parameters parameters{{"app_id", side.app_id},
                        {"seller_id", side.seller_id},
                        {"charset", "utf-8"},
                        {"version", "1.0"},
                        {"notify_type", "trade_status_sync"},
                        {"notify_time", beijing_time(stamp.now)},
                        {"out_trade_no", trade.attempt},
                        {"trade_no", trade.transaction},
                        {"trade_status", status_of(trade)},
                        {"total_amount", yuan_text(trade.amount_fen)},
                        {"subject", trade.description},
                        {"gmt_payment", beijing_time(trade.paid_at)}};
  std::string fact = trade.transaction;
  if (refund != nullptr) {
    parameters["refund_fee"] = yuan_text(trade.refunded_fen);
    parameters["out_biz_no"] = refund->number;
    parameters["gmt_refund"] = beijing_time(refund->at);
    fact += refund->number;
  }
  parameters["notify_id"] = crypto::hex(crypto::sha256(fact)).substr(0, 32);
  parameters["sign"] =
      crypto::to_base64(side.gateway.sign(payment::alipay::notice_text(parameters)));
  parameters["sign_type"] = "RSA2";
  return {trade.notify_url,
          {"POST",
           "/",
           {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}},
           payment::alipay::to_form(parameters)}};
}

}  // namespace vermilion::service::simulator
