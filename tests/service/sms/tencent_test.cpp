#include "service/sms/tencent.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::sms::tencent {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const Account kAccount{
    .key_id = "key", .secret = "secret", .app_id = "1400006666", .sign_name = "示例"};
const Message kMessage{.phone = "13800138000",
                       .template_id = "449739",
                       .blanks = {{"code", "123456"}, {"minutes", "5"}},
                       .reference = "order-1"};
const Stamp kStamp{.now = Instant(std::chrono::seconds(1'795'226'401)), .nonce = {}};

TEST(Tencent, MessageStandsInTheSignedBody) {
  const auto request = send_request(kAccount, kMessage, kStamp);
  EXPECT_EQ(json::parse(request.body), json({{"PhoneNumberSet", json::array({"+8613800138000"})},
                                             {"SmsSdkAppId", "1400006666"},
                                             {"SignName", "示例"},
                                             {"TemplateId", "449739"},
                                             {"TemplateParamSet", json::array({"123456", "5"})},
                                             {"SessionContext", "order-1"}}));
  EXPECT_THAT(
      std::string(*http::only(request.headers, "Authorization")),
      HasSubstr("Credential=key/2026-11-21/sms/tc3_request, SignedHeaders=content-type;host,"));
  EXPECT_EQ(http::only(request.headers, "X-TC-Timestamp"), "1795226401");
}

TEST(Tencent, AnswersSayWhetherToTryAgain) {
  using enum Failure::Kind;
  EXPECT_EQ(
      read_answer({200, {}, R"({"Response":{"SendStatusSet":[{"Code":"Ok","SerialNo":"5000"}]}})"})
          ->number,
      "5000");
  struct Case {
    const char* body;
    Failure::Kind kind;
  };
  for (const auto& [body, kind] :
       {Case{R"({"Response":{"SendStatusSet":[{"Code":"LimitExceeded.PhoneNumberOneHourLimit"}]}})",
             Later},
        Case{
            R"({"Response":{"SendStatusSet":[{"Code":"FailedOperation.PhoneNumberInBlacklist"}]}})",
            Refused},
        Case{R"({"Response":{"Error":{"Code":"AuthFailure.SignatureFailure"}}})", Refused},
        Case{R"({"Response":{"Error":{"Code":"RequestLimitExceeded"}}})", Later},
        Case{R"({"Response":{"SendStatusSet":[]}})", Unknown}, Case{R"({"Response":[]})", Unknown},
        Case{"", Unknown}, Case{"null", Unknown}}) {
    const auto sent = read_answer({200, {}, body});
    ASSERT_FALSE(sent) << body;
    EXPECT_EQ(sent.error().kind, kind) << body;
  }
}

}  // namespace
}  // namespace vermilion::service::sms::tencent
