#include "service/sms/aliyun.hpp"

#include "service/crypto/digest.hpp"
#include "service/sms/signing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace vermilion::service::sms::aliyun {
namespace {

using Json = nlohmann::ordered_json;

// What the vendor's list of codes says to wait for.
constexpr std::array<std::string_view, 4> kLater{"isv.BUSINESS_LIMIT_CONTROL", "isp.SYSTEM_ERROR",
                                                 "isv.DAY_LIMIT_CONTROL", "Throttling.User"};

std::string utc_time(Instant at) {
  const std::chrono::hh_mm_ss time(at - std::chrono::floor<std::chrono::days>(at));
  return fmt::format("{}T{:02}:{:02}:{:02}Z", utc_date(at), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string query_of(const Account& account, const Message& message) {
  Json blanks = Json::object();
  for (const Blank& blank : message.blanks) blanks[blank.name] = blank.text;
  const std::map<std::string, std::string> parameters{{"OutId", message.reference},
                                                      {"PhoneNumbers", message.phone},
                                                      {"SignName", account.sign_name},
                                                      {"TemplateCode", message.template_id},
                                                      {"TemplateParam", blanks.dump()}};
  std::string query;
  for (const auto& [name, value] : parameters) {
    if (!query.empty()) query += '&';
    query += fmt::format("{}={}", name, escaped(value));
  }
  return query;
}

}  // namespace

http::Request send_request(const Account& account, const Message& message, const Stamp& stamp) {
  const std::string query = query_of(account, message);
  const SignedParts parts{.method = "POST",
                          .path = "/",
                          .query = query,
                          .headers = {{"host", account.host},
                                      {"x-acs-action", "SendSms"},
                                      {"x-acs-content-sha256", crypto::hex(crypto::sha256(""))},
                                      {"x-acs-date", utc_time(stamp.now)},
                                      {"x-acs-signature-nonce", stamp.nonce},
                                      {"x-acs-version", "2017-05-25"}},
                          .body = {}};
  http::Request request{"POST", fmt::format("/?{}", query), {}, {}};
  for (const auto& [name, value] : parts.headers) request.headers.push_back({name, value});
  request.headers.push_back(
      {"Authorization",
       fmt::format("ACS3-HMAC-SHA256 Credential={},SignedHeaders={},Signature={}", account.key_id,
                   signed_names(parts), acs3_signature(parts, account.secret))});
  return request;
}

Sent read_answer(const http::Answer& answer) {
  const Json json = Json::parse(answer.body, nullptr, false);
  const bool told = json.is_object() && json.contains("Code") && json["Code"].is_string();
  if (!told)
    return tl::unexpected(Failure{Failure::Kind::Unknown, fmt::format("{}", answer.status)});
  const std::string code = json["Code"];
  if (code == "OK") {
    const bool numbered = json.contains("BizId") && json["BizId"].is_string();
    return Taken{numbered ? json["BizId"].get<std::string>() : std::string()};
  }
  const bool later = std::ranges::find(kLater, code) != kLater.end() || answer.status >= 500;
  return tl::unexpected(Failure{later ? Failure::Kind::Later : Failure::Kind::Refused, code});
}

}  // namespace vermilion::service::sms::aliyun
