#pragma once

#include "service/http/message.hpp"
#include "service/sms/sms.hpp"

#include <string>

// Tencent 云短信, SendSms of 2021-01-11, to be sent to sms.tencentcloudapi.com.
namespace vermilion::service::sms::tencent {

struct Account {
  std::string key_id;
  std::string secret;
  std::string app_id;     // SmsSdkAppId
  std::string sign_name;  // 签名, as approved
  std::string region = "ap-guangzhou";
  std::string host = "sms.tencentcloudapi.com";
};

[[nodiscard]] http::Request send_request(const Account& account, const Message& message,
                                         const Stamp& stamp);
[[nodiscard]] Sent read_answer(const http::Answer& answer);

}  // namespace vermilion::service::sms::tencent
