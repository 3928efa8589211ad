#include "service/crypto/aes_gcm.hpp"
#include "service/crypto/base64.hpp"
#include "service/crypto/digest.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/wechat/signing.hpp"
#include "service/payment/yuan.hpp"
#include "service/simulator/playing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <optional>

namespace vermilion::service::simulator {
namespace {

using Json = nlohmann::ordered_json;
using payment::rfc3339;

constexpr std::string_view kTrades = "/v3/pay/transactions/out-trade-no/";
constexpr std::string_view kRefunds = "/v3/refund/domestic/refunds";
constexpr std::string_view kBillFile = "/v3/billdownload/file?token=";
constexpr std::int64_t kSkewMax_s = 300;

http::Headers signed_headers(std::string_view body, const WeChatSide& side, const Stamp& stamp) {
  const auto at = stamp.now.time_since_epoch().count();
  const std::string text = fmt::format("{}\n{}\n{}\n", at, stamp.nonce, body);
  return {{"Content-Type", "application/json"},
          {"Wechatpay-Timestamp", fmt::format("{}", at)},
          {"Wechatpay-Nonce", stamp.nonce},
          {"Wechatpay-Serial", side.gateway_serial},
          {"Wechatpay-Signature", crypto::to_base64(side.gateway.sign(text))}};
}

http::Answer answered(int status, std::string body, const WeChatSide& side, const Stamp& stamp) {
  auto headers = signed_headers(body, side, stamp);
  return {status, std::move(headers), std::move(body)};
}

http::Answer refused(int status, const char* code, const WeChatSide& side, const Stamp& stamp) {
  return answered(status, Json{{"code", code}, {"message", code}}.dump(), side, stamp);
}

// `name="value"` of the Authorization.
std::string part(std::string_view authorization, std::string_view name) {
  const std::string start = fmt::format("{}=\"", name);
  const std::size_t at = authorization.find(start);
  if (at == authorization.npos) return {};
  authorization.remove_prefix(at + start.size());
  return std::string(authorization.substr(0, authorization.find('"')));
}

bool is_signed(const http::Request& request, const WeChatSide& side, Instant now) {
  const auto authorization = http::only(request.headers, "Authorization");
  if (!authorization || !authorization->starts_with("WECHATPAY2-SHA256-RSA2048 ")) return false;
  const std::string digits = part(*authorization, "timestamp");
  std::int64_t at = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), at);
  const auto signature = crypto::from_base64(part(*authorization, "signature"));
  const bool named = part(*authorization, "mchid") == side.mchid &&
                     part(*authorization, "serial_no") == side.serial;
  if (!named || !signature || std::abs(now.time_since_epoch().count() - at) > kSkewMax_s) {
    return false;
  }
  const Stamp stamp{Instant(std::chrono::seconds(at)), part(*authorization, "nonce_str")};
  const auto key = crypto::RsaPublicKey::from_pem(side.merchant.public_pem());
  return key && key->verifies(payment::wechat::signed_text(request, stamp), *signature);
}

Json trade_json(const Trade& trade, const WeChatSide& side) {
  const bool refunded = trade.refunded_fen > 0;
  const char* state = trade.state == Trade::State::Closed   ? "CLOSED"
                      : trade.state == Trade::State::Unpaid ? "NOTPAY"
                      : refunded                            ? "REFUND"
                                                            : "SUCCESS";
  Json json{{"appid", side.appid},
            {"mchid", side.mchid},
            {"out_trade_no", trade.attempt},
            {"trade_state", state},
            {"trade_state_desc", "模拟"}};
  if (trade.state != Trade::State::Paid) return json;
  json["transaction_id"] = trade.transaction;
  json["trade_type"] = "NATIVE";
  json["success_time"] = rfc3339(trade.paid_at);
  json["payer"] = {{"openid", "simulated"}};
  json["amount"] = {{"total", trade.amount_fen},
                    {"payer_total", trade.amount_fen},
                    {"currency", "CNY"},
                    {"payer_currency", "CNY"}};
  return json;
}

Json refund_json(const Refund& refund, const Trade& trade, const char* status_member) {
  const char* status = refund.state == Refund::State::Done     ? "SUCCESS"
                       : refund.state == Refund::State::Failed ? "ABNORMAL"
                                                               : "PROCESSING";
  return {{"out_trade_no", refund.attempt},
          {"transaction_id", trade.transaction},
          {"out_refund_no", refund.number},
          {"refund_id", "50" + refund.number},
          {status_member, status},
          {"success_time", rfc3339(refund.at)},
          {"amount", {{"refund", refund.amount_fen}, {"total", trade.amount_fen}}}};
}

const char* code_of(Taken taken) {
  switch (taken) {
    case Taken::PaidAlready:
      return "ORDERPAID";
    case Taken::ClosedAlready:
      return "ORDER_CLOSED";
    case Taken::Differs:
      return "OUT_TRADE_NO_USED";
    default:
      return "PARAM_ERROR";
  }
}

http::Answer charge(const Json& json, Book& book, const WeChatSide& side, const Stamp& stamp) {
  if (json.at("mchid") != side.mchid || json.at("appid") != side.appid) {
    return refused(400, "APPID_MCHID_NOT_MATCH", side, stamp);
  }
  const Trade wanted{
      .channel = Channel::WeChat,
      .attempt = json.at("out_trade_no"),
      .amount_fen = json.at("amount").at("total"),
      .description = json.at("description"),
      .notify_url = json.at("notify_url"),
      .expires =
          payment::from_rfc3339(json.at("time_expire").get<std::string>()).value_or(Instant{})};
  const Taken taken = open_trade(book, wanted, stamp.now);
  if (taken != Taken::New && taken != Taken::Known) {
    return refused(400, code_of(taken), side, stamp);
  }
  const Trade& trade = book.trades.at({Channel::WeChat, wanted.attempt});
  return answered(200, Json{{"code_url", trade.code}}.dump(), side, stamp);
}

http::Answer refund(const Json& json, Book& book, const WeChatSide& side, const Stamp& stamp) {
  const Refund wanted{.channel = Channel::WeChat,
                      .attempt = json.at("out_trade_no"),
                      .number = json.at("out_refund_no"),
                      .amount_fen = json.at("amount").at("refund"),
                      .notify_url = json.at("notify_url")};
  const Taken taken = open_refund(book, wanted, stamp.now);
  if (taken != Taken::New && taken != Taken::Known) {
    return refused(400, "INVALID_REQUEST", side, stamp);
  }
  const Refund& known = book.refunds.at({Channel::WeChat, wanted.number});
  const Trade& trade = book.trades.at({Channel::WeChat, known.attempt});
  return answered(200, refund_json(known, trade, "status").dump(), side, stamp);
}

// One trade is asked about or closed.
http::Answer one_trade(const http::Request& request, Book& book, const WeChatSide& side,
                       const Stamp& stamp) {
  const std::string rest = request.path.substr(kTrades.size());
  const std::string attempt = rest.substr(0, rest.find_first_of("/?"));
  const TradeKey key{Channel::WeChat, attempt};
  const auto trade = book.trades.find(key);
  if (trade == book.trades.end()) return refused(404, "ORDER_NOT_EXIST", side, stamp);
  if (request.method == "GET") {
    return answered(200, trade_json(trade->second, side).dump(), side, stamp);
  }
  if (close_trade(book, key) == Taken::PaidAlready) return refused(400, "ORDERPAID", side, stamp);
  return answered(204, {}, side, stamp);
}

http::Answer one_refund(const http::Request& request, const Book& book, const WeChatSide& side,
                        const Stamp& stamp) {
  const std::string number = request.path.substr(kRefunds.size() + 1);
  const auto refund = book.refunds.find({Channel::WeChat, number});
  if (refund == book.refunds.end()) return refused(404, "RESOURCE_NOT_EXISTS", side, stamp);
  const Trade& trade = book.trades.at({Channel::WeChat, refund->second.attempt});
  return answered(200, refund_json(refund->second, trade, "status").dump(), side, stamp);
}

std::string bill_row(const Trade& trade, const WeChatSide& side, const Refund* refund) {
  const auto yuan = [](std::int64_t fen) { return payment::yuan_text(fen); };
  return fmt::format(
      "`{},`{},`{},`0,`,`{},`{},`simulated,`NATIVE,`{},`OTHERS,`CNY,`{},`0.00,`{},`{},`{},`0.00,"
      "`{},`{},`{},`,`0.00,`0.60%,`{},`{},`\r\n",
      payment::beijing_time(refund != nullptr ? refund->at : trade.paid_at), side.appid, side.mchid,
      trade.transaction, trade.attempt, refund != nullptr ? "REFUND" : "SUCCESS",
      yuan(refund != nullptr ? 0 : trade.amount_fen), refund != nullptr ? "50" : "0",
      refund != nullptr ? refund->number : "0", yuan(refund != nullptr ? refund->amount_fen : 0),
      refund != nullptr ? "ORIGINAL" : "", refund != nullptr ? "SUCCESS" : "", trade.description,
      yuan(trade.amount_fen), yuan(refund != nullptr ? refund->amount_fen : 0));
}

bool is_on(Instant at, std::string_view day) {
  return payment::beijing_time(at).starts_with(day);
}

std::string bill_of(std::string_view day, const Book& book, const WeChatSide& side) {
  std::string bill =
      "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,"
      "交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,"
      "充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,"
      "费率备注\r\n";
  for (const auto& [key, trade] : book.trades) {
    const bool paid = key.first == Channel::WeChat && trade.state == Trade::State::Paid;
    if (paid && is_on(trade.paid_at, day)) bill += bill_row(trade, side, nullptr);
  }
  for (const auto& [key, one] : book.refunds) {
    const bool done = key.first == Channel::WeChat && one.state == Refund::State::Done;
    if (!done || !is_on(one.at, day)) continue;
    bill += bill_row(book.trades.at({Channel::WeChat, one.attempt}), side, &one);
  }
  return bill + "总交易单数,应结订单总金额\r\n`0,`0.00\r\n";
}

// "bill_date=2026-11-21&…"
http::Answer bill(const http::Request& request, const Book& book, const WeChatSide& side,
                  const Stamp& stamp) {
  const std::size_t at = request.path.find("bill_date=");
  const std::string day = at == std::string::npos ? "" : request.path.substr(at + 10, 10);
  const std::string file = bill_of(day, book, side);
  const Json json{
      {"hash_type", "SHA1"},
      {"hash_value", crypto::hex(crypto::sha1(file))},
      {"download_url", fmt::format("https://api.mch.weixin.qq.com{}{}", kBillFile, day)}};
  return answered(200, json.dump(), side, stamp);
}

http::Answer play(const http::Request& request, Book& book, const WeChatSide& side,
                  const Stamp& stamp) {
  const bool posts = request.method == "POST";
  const auto& path = request.path;
  if (path.starts_with(kTrades)) return one_trade(request, book, side, stamp);
  if (posts && path == "/v3/pay/transactions/native") {
    return charge(Json::parse(request.body), book, side, stamp);
  }
  if (posts && path == kRefunds) return refund(Json::parse(request.body), book, side, stamp);
  if (path.starts_with(fmt::format("{}/", kRefunds))) {
    return one_refund(request, book, side, stamp);
  }
  if (path.starts_with("/v3/bill/tradebill?")) return bill(request, book, side, stamp);
  if (path.starts_with(kBillFile)) {
    return {
        200, {{"Content-Type", "text/plain"}}, bill_of(path.substr(kBillFile.size()), book, side)};
  }
  return refused(404, "NOT_FOUND", side, stamp);
}

Callback sealed(const char* type, std::string url, const Json& inner, const WeChatSide& side,
                const Stamp& stamp) {
  const std::string nonce = stamp.nonce.substr(0, 12);
  const std::string kind = std::string(type).starts_with("REFUND") ? "refund" : "transaction";
  const auto box = crypto::seal({side.apiv3_key, nonce, kind}, inner.dump());
  // A repetition is told by its id, so the fact makes the id.
  const std::string id = crypto::hex(crypto::sha256(fmt::format("{}{}", type, inner.dump())));
  const Json body{{"id", "EV-" + id.substr(0, 32)},
                  {"create_time", rfc3339(stamp.now)},
                  {"resource_type", "encrypt-resource"},
                  {"event_type", type},
                  {"summary", "模拟"},
                  {"resource",
                   {{"original_type", kind},
                    {"algorithm", "AEAD_AES_256_GCM"},
                    {"ciphertext", crypto::to_base64(box.value_or(""))},
                    {"associated_data", kind},
                    {"nonce", nonce}}}};
  const std::string bytes = body.dump();
  return {std::move(url), {"POST", "/", signed_headers(bytes, side, stamp), bytes}};
}

}  // namespace

http::Answer play_wechat(const http::Request& request, Book& book, const WeChatSide& side,
                         const Stamp& stamp) try {
  if (!is_signed(request, side, stamp.now)) return refused(401, "SIGN_ERROR", side, stamp);
  return play(request, book, side, stamp);
} catch (const Json::exception&) {
  return refused(400, "PARAM_ERROR", side, stamp);
}

Callback wechat_callback(const Trade& trade, const WeChatSide& side, const Stamp& stamp) {
  Trade as_paid = trade;
  as_paid.refunded_fen = 0;
  return sealed("TRANSACTION.SUCCESS", trade.notify_url, trade_json(as_paid, side), side, stamp);
}

Callback wechat_callback(const Refund& refund, const Trade& trade, const WeChatSide& side,
                         const Stamp& stamp) {
  Json inner = refund_json(refund, trade, "refund_status");
  inner["mchid"] = side.mchid;
  const char* type = refund.state == Refund::State::Done ? "REFUND.SUCCESS" : "REFUND.ABNORMAL";
  return sealed(type, refund.notify_url, inner, side, stamp);
}

}  // namespace vermilion::service::simulator
