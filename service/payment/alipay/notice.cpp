#include "service/payment/alipay/notice.hpp"

#include "service/payment/alipay/signing.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/yuan.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace vermilion::service::payment::alipay {
namespace {

using Json = nlohmann::json;
using Read = tl::expected<Notice, Distrust>;

constexpr std::string_view kDone = "10000";
constexpr std::string_view kNoBill = "isp.bill_not_exist";        // nothing was traded
constexpr std::string_view kNoSuchTrade = "ACQ.TRADE_NOT_EXIST";  // nobody scanned the code yet

// Empty when it is not there: Alipay signs no empty parameter.
std::string value(const Parameters& parameters, const char* name) {
  const auto found = parameters.find(name);
  return found == parameters.end() ? std::string() : found->second;
}

std::string text(const Json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<State> state_of(std::string_view status) {
  if (status == "TRADE_SUCCESS" || status == "TRADE_FINISHED") return State::Paid;
  if (status == "WAIT_BUYER_PAY") return State::Unpaid;
  if (status == "TRADE_CLOSED") return State::Closed;
  return std::nullopt;
}

Read refund_notice(const Parameters& parameters, Notice notice) {
  const auto back = fen_of(value(parameters, "refund_fee"));
  if (!back) return tl::unexpected(Distrust::Incomplete);
  notice.state = State::Refunded;
  notice.refund = value(parameters, "out_biz_no");
  notice.amount_fen = *back;
  notice.at = from_beijing_time(value(parameters, "gmt_refund").substr(0, 19)).value_or(Instant{});
  return notice;
}

Read notice(const Parameters& parameters, const Application& application) {
  const bool ours = value(parameters, "app_id") == application.app_id &&
                    value(parameters, "seller_id") == application.seller_id;
  if (!ours) return tl::unexpected(Distrust::Foreign);
  const auto state = state_of(value(parameters, "trade_status"));
  const auto amount = fen_of(value(parameters, "total_amount"));
  Notice read{.id = value(parameters, "notify_id"),
              .attempt = value(parameters, "out_trade_no"),
              .transaction = value(parameters, "trade_no")};
  if (!state || !amount || read.id.empty() || read.attempt.empty()) {
    return tl::unexpected(Distrust::Incomplete);
  }
  if (parameters.contains("refund_fee")) return refund_notice(parameters, std::move(read));
  read.state = *state;
  read.amount_fen = *state == State::Paid ? *amount : 0;
  read.at = from_beijing_time(value(parameters, "gmt_payment")).value_or(Instant{});
  return read;
}

tl::expected<Json, Distrust> object_of(const http::Answer& answer, std::string_view member,
                                       const Application& application) {
  const auto bytes = signed_object(answer.body, member, application);
  if (!bytes) return tl::unexpected(Distrust::BadSignature);
  Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object()) return tl::unexpected(Distrust::Incomplete);
  return json;
}

Read trade(const Json& json) {
  const std::string attempt = text(json, "out_trade_no");
  if (text(json, "sub_code") == kNoSuchTrade) return Notice{.attempt = attempt};
  const auto state = state_of(text(json, "trade_status"));
  const auto amount = fen_of(text(json, "total_amount"));
  if (text(json, "code") != kDone || !state || !amount || attempt.empty()) {
    return tl::unexpected(Distrust::Incomplete);
  }
  return Notice{.state = *state,
                .attempt = attempt,
                .transaction = text(json, "trade_no"),
                .amount_fen = *state == State::Paid ? *amount : 0,
                .at = from_beijing_time(text(json, "send_pay_date")).value_or(Instant{})};
}

Read refund(const Json& json, const RefundOrder& asked) {
  Notice read{.state = State::Refunding,
              .attempt = asked.attempt,
              .transaction = text(json, "trade_no"),
              .refund = asked.refund,
              .amount_fen = asked.refund_fen};
  if (text(json, "code") != kDone) return tl::unexpected(Distrust::Incomplete);
  if (text(json, "out_trade_no") != asked.attempt) return tl::unexpected(Distrust::Foreign);
  const bool moved =
      text(json, "fund_change") == "Y" || text(json, "refund_status") == "REFUND_SUCCESS";
  if (moved) read.state = State::Refunded;
  return read;
}

}  // namespace

Read read_notice(std::string_view body, const Application& application) {
  const auto parameters = from_form(body);
  if (!parameters) return tl::unexpected(Distrust::Incomplete);
  if (!is_signed(*parameters, application)) return tl::unexpected(Distrust::BadSignature);
  return notice(*parameters, application);
}

Read read_trade(const http::Answer& answer, const Application& application) {
  return object_of(answer, "alipay_trade_query_response", application).and_then(trade);
}

Read read_refund(const http::Answer& answer, const RefundOrder& asked,
                 const Application& application) {
  constexpr std::string_view kQuery = "alipay_trade_fastpay_refund_query_response";
  const bool queried = answer.body.find(kQuery) != std::string::npos;
  return object_of(answer, queried ? kQuery : "alipay_trade_refund_response", application)
      .and_then([&](const Json& json) { return refund(json, asked); });
}

tl::expected<std::string, Distrust> read_code_url(const http::Answer& answer,
                                                  const Application& application) {
  return object_of(answer, "alipay_trade_precreate_response", application)
      .and_then([](const Json& json) -> tl::expected<std::string, Distrust> {
        const std::string code = text(json, "qr_code");
        if (text(json, "code") != kDone || code.empty()) {
          return tl::unexpected(Distrust::Incomplete);
        }
        return code;
      });
}

tl::expected<BillFile, Distrust> read_bill_file(const http::Answer& answer,
                                                const Application& application) {
  return object_of(answer, "alipay_data_dataservice_bill_downloadurl_query_response", application)
      .and_then([](const Json& json) -> tl::expected<BillFile, Distrust> {
        if (text(json, "sub_code") == kNoBill) return BillFile{};
        BillFile file{.url = text(json, "bill_download_url"), .sha1 = {}};
        if (text(json, "code") != kDone || file.url.empty()) {
          return tl::unexpected(Distrust::Incomplete);
        }
        return file;
      });
}

}  // namespace vermilion::service::payment::alipay
