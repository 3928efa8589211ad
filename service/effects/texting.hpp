#pragma once

#include "service/effects/cashier.hpp"
#include "service/sms/aliyun.hpp"
#include "service/sms/sms.hpp"
#include "service/sms/tencent.hpp"

#include <functional>

namespace vermilion::service::effects {

// Sends by a vendor. No answer, or none that is understood, is Unknown; nothing sent is Later.
using Send = std::function<sms::Sent(const sms::Message&)>;
[[nodiscard]] Send by_aliyun(sms::aliyun::Account account, transport::Carrier carrier,
                             Stamps stamps);
[[nodiscard]] Send by_tencent(sms::tencent::Account account, transport::Carrier carrier,
                              Stamps stamps);

}  // namespace vermilion::service::effects
