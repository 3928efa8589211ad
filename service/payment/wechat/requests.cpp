#include "service/payment/wechat/requests.hpp"

#include "service/payment/beijing.hpp"
#include "service/payment/wechat/signing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::payment::wechat {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kTrades = "/v3/pay/transactions/out-trade-no";

http::Request post(const Merchant& merchant, std::string path, const Json& body,
                   const Stamp& stamp) {
  return signed_request({"POST", std::move(path), {}, body.dump()}, merchant, stamp);
}

http::Request get(const Merchant& merchant, std::string path, const Stamp& stamp) {
  return signed_request({"GET", std::move(path), {}, {}}, merchant, stamp);
}

}  // namespace

http::Request charge_request(const Merchant& merchant, const Charge& charge, const Stamp& stamp) {
  const Json body{{"appid", merchant.appid},
                  {"mchid", merchant.mchid},
                  {"description", charge.description},
                  {"out_trade_no", charge.attempt},
                  {"time_expire", rfc3339(charge.expires)},
                  {"notify_url", merchant.notify_url},
                  {"amount", {{"total", charge.amount_fen}, {"currency", "CNY"}}}};
  return post(merchant, "/v3/pay/transactions/native", body, stamp);
}

http::Request query_request(const Merchant& merchant, std::string_view attempt,
                            const Stamp& stamp) {
  return get(merchant, fmt::format("{}/{}?mchid={}", kTrades, attempt, merchant.mchid), stamp);
}

http::Request close_request(const Merchant& merchant, std::string_view attempt,
                            const Stamp& stamp) {
  return post(merchant, fmt::format("{}/{}/close", kTrades, attempt), {{"mchid", merchant.mchid}},
              stamp);
}

http::Request refund_request(const Merchant& merchant, const RefundOrder& refund,
                             const Stamp& stamp) {
  const Json amount{{"refund", refund.refund_fen}, {"total", refund.paid_fen}, {"currency", "CNY"}};
  const Json body{{"out_trade_no", refund.attempt},
                  {"out_refund_no", refund.refund},
                  {"reason", refund.reason},
                  {"notify_url", merchant.notify_url},
                  {"amount", amount}};
  return post(merchant, "/v3/refund/domestic/refunds", body, stamp);
}

http::Request refund_query_request(const Merchant& merchant, std::string_view refund,
                                   const Stamp& stamp) {
  return get(merchant, fmt::format("/v3/refund/domestic/refunds/{}", refund), stamp);
}

http::Request bill_request(const Merchant& merchant, std::string_view day, const Stamp& stamp) {
  return get(merchant, fmt::format("/v3/bill/tradebill?bill_date={}&bill_type=ALL", day), stamp);
}

// The host is the one everything is asked of, so only what stands behind it is sent.
http::Request bill_file_request(const Merchant& merchant, const BillFile& file,
                                const Stamp& stamp) {
  const std::size_t host = file.url.find("//");
  const std::size_t path = host == std::string::npos ? 0 : file.url.find('/', host + 2);
  return get(merchant, path == std::string::npos ? "/" : file.url.substr(path), stamp);
}

}  // namespace vermilion::service::payment::wechat
