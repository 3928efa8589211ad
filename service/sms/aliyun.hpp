#pragma once

#include "service/http/message.hpp"
#include "service/sms/sms.hpp"

#include <string>

// Aliyun 短信服务, SendSms of 2017-05-25, to be sent to dysmsapi.aliyuncs.com.
namespace vermilion::service::sms::aliyun {

struct Account {
  std::string key_id;
  std::string secret;
  std::string sign_name;  // 签名, as approved
  std::string host = "dysmsapi.aliyuncs.com";
};

[[nodiscard]] http::Request send_request(const Account& account, const Message& message,
                                         const Stamp& stamp);
[[nodiscard]] Sent read_answer(const http::Answer& answer);

}  // namespace vermilion::service::sms::aliyun
