#pragma once

#include "service/payment/alipay/application.hpp"
#include "service/payment/alipay/form.hpp"

#include <optional>
#include <string>
#include <string_view>

// What Alipay signs (RSA2): parameters sorted, `name=value` joined by `&`, not URL-encoded.
namespace vermilion::service::payment::alipay {

// Of a request: everything but `sign` and what is empty; `sign_type` is signed too.
[[nodiscard]] std::string request_text(const Parameters& parameters);

// Of a callback: the same without `sign_type`.
[[nodiscard]] std::string notice_text(const Parameters& parameters);

[[nodiscard]] Parameters signed_parameters(Parameters parameters, const Application& application);

[[nodiscard]] bool is_signed(const Parameters& notice, const Application& application);

// The object `member` of an answer, as the bytes that were signed: `\/` stays `\/`. Nothing when it
// is not there or Alipay did not sign it.
[[nodiscard]] std::optional<std::string_view> signed_object(std::string_view answer,
                                                            std::string_view member,
                                                            const Application& application);

}  // namespace vermilion::service::payment::alipay
