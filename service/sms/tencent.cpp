#include "service/sms/tencent.hpp"

#include "service/sms/signing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::sms::tencent {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kService = "sms";
constexpr std::string_view kContentType = "application/json; charset=utf-8";

std::string body_of(const Account& account, const Message& message) {
  Json blanks = Json::array();
  for (const Blank& blank : message.blanks) blanks.push_back(blank.text);
  return Json{{"PhoneNumberSet", {fmt::format("+86{}", message.phone)}},
              {"SmsSdkAppId", account.app_id},
              {"SignName", account.sign_name},
              {"TemplateId", message.template_id},
              {"TemplateParamSet", blanks},
              {"SessionContext", message.reference}}
      .dump();
}

Failure failure(const std::string& code) {
  const bool later = code.starts_with("LimitExceeded.") || code.starts_with("InternalError.") ||
                     code == "RequestLimitExceeded";
  return {later ? Failure::Kind::Later : Failure::Kind::Refused, code};
}

// A member that is missing or of another kind throws.
Sent read(const Json& response) {
  if (response.contains("Error")) {
    return tl::unexpected(failure(response.at("Error").at("Code").get<std::string>()));
  }
  const Json& status = response.at("SendStatusSet").at(0);
  const std::string code = status.at("Code");
  if (code != "Ok") return tl::unexpected(failure(code));
  return Taken{status.at("SerialNo")};
}

}  // namespace

http::Request send_request(const Account& account, const Message& message, const Stamp& stamp) {
  const std::string body = body_of(account, message);
  const SignedParts parts{
      .method = "POST",
      .path = "/",
      .query = {},
      .headers = {{"content-type", std::string(kContentType)}, {"host", account.host}},
      .body = body};
  const std::string signature = tc3_signature(parts, account.secret, kService, stamp.now);
  const std::string authorization =
      fmt::format("TC3-HMAC-SHA256 Credential={}/{}/{}/tc3_request, SignedHeaders={}, Signature={}",
                  account.key_id, utc_date(stamp.now), kService, signed_names(parts), signature);
  return {"POST",
          "/",
          {{"Content-Type", std::string(kContentType)},
           {"Host", account.host},
           {"X-TC-Action", "SendSms"},
           {"X-TC-Version", "2021-01-11"},
           {"X-TC-Region", account.region},
           {"X-TC-Timestamp", fmt::format("{}", stamp.now.time_since_epoch().count())},
           {"Authorization", authorization}},
          body};
}

Sent read_answer(const http::Answer& answer) {
  const Failure unknown{Failure::Kind::Unknown, fmt::format("{}", answer.status)};
  const Json json = Json::parse(answer.body, nullptr, false);
  if (!json.is_object() || !json.contains("Response")) return tl::unexpected(unknown);
  try {
    return read(json["Response"]);
  } catch (const Json::exception&) {
    return tl::unexpected(unknown);
  }
}

}  // namespace vermilion::service::sms::tencent
