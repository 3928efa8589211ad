#include "service/crypto/digest.hpp"
#include "service/payment/alipay/form.hpp"
#include "service/simulator/playing.hpp"
#include "service/sms/signing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>

// The two vendors of text messages.
namespace vermilion::service::simulator {
namespace {

using Json = nlohmann::ordered_json;

http::Answer json_answer(int status, const Json& json) {
  return {status, {{"Content-Type", "application/json"}}, json.dump()};
}

std::string header(const http::Request& request, std::string_view name) {
  return std::string(http::only(request.headers, name).value_or(""));
}

bool ends_with_signature(const http::Request& request, std::string_view key_id,
                         std::string_view signature) {
  const std::string authorization = header(request, "Authorization");
  return authorization.find(fmt::format("Credential={}", key_id)) != std::string::npos &&
         authorization.ends_with(fmt::format("Signature={}", signature));
}

http::Answer aliyun_refuses(int status, const char* code) {
  return json_answer(status, {{"Code", code}, {"Message", code}, {"RequestId", "simulated"}});
}

http::Answer tencent_answers(const Json& response) {
  return json_answer(200, {{"Response", response}});
}

http::Answer tencent_refuses(const char* code) {
  return tencent_answers({{"Error", {{"Code", code}, {"Message", code}}}, {"RequestId", "sim"}});
}

}  // namespace

http::Answer play_aliyun(const http::Request& request, Book& book, const sms::aliyun::Account& side,
                         const Stamp& stamp) {
  const std::size_t mark = request.path.find('?');
  const std::string query = mark == std::string::npos ? "" : request.path.substr(mark + 1);
  sms::SignedParts parts{
      .method = request.method, .path = "/", .query = query, .headers = {}, .body = request.body};
  for (const char* name : {"host", "x-acs-action", "x-acs-content-sha256", "x-acs-date",
                           "x-acs-signature-nonce", "x-acs-version"}) {
    parts.headers.emplace(name, header(request, name));
  }
  if (!ends_with_signature(request, side.key_id, sms::acs3_signature(parts, side.secret))) {
    return aliyun_refuses(400, "SignatureDoesNotMatch");
  }
  const auto asked = payment::alipay::from_form(query);
  if (!asked || !asked->contains("PhoneNumbers") || !asked->contains("TemplateCode")) {
    return aliyun_refuses(400, "isv.INVALID_PARAMETERS");
  }
  const std::string blanks = asked->contains("TemplateParam") ? asked->at("TemplateParam") : "";
  book.texts.push_back(
      {"aliyun", asked->at("PhoneNumbers"), asked->at("TemplateCode"), blanks, stamp.now});
  return json_answer(200, {{"Code", "OK"},
                           {"Message", "OK"},
                           {"BizId", next_number(book, "9")},
                           {"RequestId", "simulated"}});
}

http::Answer play_tencent(const http::Request& request, Book& book,
                          const sms::tencent::Account& side, const Stamp& stamp) {
  const std::string digits = header(request, "X-TC-Timestamp");
  std::int64_t at = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), at);
  const sms::SignedParts parts{.method = request.method,
                               .path = "/",
                               .query = {},
                               .headers = {{"content-type", header(request, "Content-Type")},
                                           {"host", header(request, "Host")}},
                               .body = request.body};
  const auto signature =
      sms::tc3_signature(parts, side.secret, "sms", Instant(std::chrono::seconds(at)));
  if (!ends_with_signature(request, side.key_id, signature)) {
    return tencent_refuses("AuthFailure.SignatureFailure");
  }
  const Json json = Json::parse(request.body, nullptr, false);
  if (!json.is_object() || !json.contains("PhoneNumberSet") || !json.contains("TemplateId")) {
    return tencent_refuses("InvalidParameter");
  }
  const std::string phone = json["PhoneNumberSet"].at(0);
  book.texts.push_back(
      {"tencent", phone, json["TemplateId"], json["TemplateParamSet"].dump(), stamp.now});
  return tencent_answers(
      {{"SendStatusSet",
        {{{"SerialNo", next_number(book, "5000:")}, {"PhoneNumber", phone}, {"Code", "Ok"}}}},
       {"RequestId", "simulated"}});
}

}  // namespace vermilion::service::simulator
