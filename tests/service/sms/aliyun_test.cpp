#include "service/sms/aliyun.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::service::sms::aliyun {
namespace {

using testing::HasSubstr;

const Account kAccount{.key_id = "key", .secret = "secret", .sign_name = "示例"};
const Message kMessage{.phone = "13800138000",
                       .template_id = "SMS_1",
                       .blanks = {{"code", "123456"}},
                       .reference = "order-1"};
const Stamp kStamp{.now = Instant(std::chrono::seconds(1'795'226'401)), .nonce = "n"};

TEST(Aliyun, MessageStandsInTheSignedQuery) {
  const auto request = send_request(kAccount, kMessage, kStamp);
  EXPECT_EQ(request.path,
            "/?OutId=order-1&PhoneNumbers=13800138000&SignName=%E7%A4%BA%E4%BE%8B&"
            "TemplateCode=SMS_1&TemplateParam=%7B%22code%22%3A%22123456%22%7D");
  EXPECT_EQ(http::only(request.headers, "x-acs-date"), "2026-11-21T02:00:01Z");
  EXPECT_THAT(std::string(*http::only(request.headers, "Authorization")),
              HasSubstr("Credential=key,SignedHeaders=host;x-acs-action;"));
}

TEST(Aliyun, SecretIsNotInTheRequest) {
  const auto request = send_request(kAccount, kMessage, kStamp);
  for (const auto& header : request.headers)
    EXPECT_EQ(header.value.find("secret"), std::string::npos);
}

TEST(Aliyun, AnswersSayWhetherToTryAgain) {
  using enum Failure::Kind;
  EXPECT_EQ(read_answer({200, {}, R"({"Code":"OK","BizId":"9006"})"})->number, "9006");
  struct Case {
    int status;
    const char* body;
    Failure::Kind kind;
  };
  for (const auto& [status, body, kind] :
       {Case{200, R"({"Code":"isv.BUSINESS_LIMIT_CONTROL"})", Later},
        Case{200, R"({"Code":"isv.MOBILE_NUMBER_ILLEGAL"})", Refused},
        Case{503, R"({"Code":"ServiceUnavailable"})", Later}, Case{200, "", Unknown},
        Case{502, "<html>", Unknown}, Case{200, R"({"Code":7})", Unknown},
        Case{200, "[]", Unknown}}) {
    const auto sent = read_answer({status, {}, body});
    ASSERT_FALSE(sent) << body;
    EXPECT_EQ(sent.error().kind, kind) << body;
  }
}

}  // namespace
}  // namespace vermilion::service::sms::aliyun
