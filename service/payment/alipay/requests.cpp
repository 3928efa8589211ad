#include "service/payment/alipay/requests.hpp"

#include "service/payment/alipay/signing.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/yuan.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::payment::alipay {
namespace {

using Json = nlohmann::ordered_json;

http::Request call(const Application& application, const char* method, const Json& content,
                   const Stamp& stamp) {
  const Parameters parameters{{"app_id", application.app_id},
                              {"method", method},
                              {"format", "JSON"},
                              {"charset", "utf-8"},
                              {"sign_type", "RSA2"},
                              {"timestamp", beijing_time(stamp.now)},
                              {"version", "1.0"},
                              {"notify_url", application.notify_url},
                              {"biz_content", content.dump()}};
  return {"POST",
          "/gateway.do",
          {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}},
          to_form(signed_parameters(parameters, application))};
}

}  // namespace

http::Request charge_request(const Application& application, const Charge& charge,
                             const Stamp& stamp) {
  return call(application, "alipay.trade.precreate",
              {{"out_trade_no", charge.attempt},
               {"total_amount", yuan_text(charge.amount_fen)},
               {"subject", charge.description},
               {"time_expire", beijing_time(charge.expires)}},
              stamp);
}

http::Request query_request(const Application& application, std::string_view attempt,
                            const Stamp& stamp) {
  return call(application, "alipay.trade.query", {{"out_trade_no", attempt}}, stamp);
}

http::Request close_request(const Application& application, std::string_view attempt,
                            const Stamp& stamp) {
  return call(application, "alipay.trade.close", {{"out_trade_no", attempt}}, stamp);
}

http::Request refund_request(const Application& application, const RefundOrder& refund,
                             const Stamp& stamp) {
  return call(application, "alipay.trade.refund",
              {{"out_trade_no", refund.attempt},
               {"refund_amount", yuan_text(refund.refund_fen)},
               {"refund_reason", refund.reason},
               {"out_request_no", refund.refund}},
              stamp);
}

http::Request refund_query_request(const Application& application, const RefundOrder& refund,
                                   const Stamp& stamp) {
  return call(application, "alipay.trade.fastpay.refund.query",
              {{"out_trade_no", refund.attempt}, {"out_request_no", refund.refund}}, stamp);
}

http::Request bill_request(const Application& application, std::string_view day,
                           const Stamp& stamp) {
  return call(application, "alipay.data.dataservice.bill.downloadurl.query",
              {{"bill_type", "trade"}, {"bill_date", day}}, stamp);
}

// The host is the one of bills in our settings, so only what stands behind it is sent.
http::Request bill_file_request(const BillFile& file) {
  const std::size_t host = file.url.find("//");
  const std::size_t path = host == std::string::npos ? 0 : file.url.find('/', host + 2);
  return {"GET", path == std::string::npos ? "/" : file.url.substr(path), {}, {}};
}

}  // namespace vermilion::service::payment::alipay
