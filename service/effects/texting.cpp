#include "service/effects/texting.hpp"

#include <utility>

namespace vermilion::service::effects {
namespace {

template <class Account, class Request, class Read>
Send by(Account account, transport::Carrier carrier, Stamps stamps, Request request, Read read) {
  return [=](const sms::Message& message) -> sms::Sent {
    const auto stamp = stamps();
    const auto exchanged = carrier(request(account, message, {stamp.now, stamp.nonce}));
    if (exchanged) return read(*exchanged);
    const bool unsent = exchanged.error().kind == transport::Failure::Kind::NotSent;
    const auto kind = unsent ? sms::Failure::Kind::Later : sms::Failure::Kind::Unknown;
    return tl::unexpected(sms::Failure{kind, exchanged.error().reason});
  };
}

}  // namespace

Send by_aliyun(sms::aliyun::Account account, transport::Carrier carrier, Stamps stamps) {
  return by(std::move(account), std::move(carrier), std::move(stamps), sms::aliyun::send_request,
            sms::aliyun::read_answer);
}

Send by_tencent(sms::tencent::Account account, transport::Carrier carrier, Stamps stamps) {
  return by(std::move(account), std::move(carrier), std::move(stamps), sms::tencent::send_request,
            sms::tencent::read_answer);
}

}  // namespace vermilion::service::effects
