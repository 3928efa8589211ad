#include "service/effects/callbacks.hpp"

#include "service/effects/notes.hpp"
#include "service/payment/alipay/notice.hpp"
#include "service/payment/wechat/notice.hpp"

namespace vermilion::service::effects {
namespace {

using payment::Notice;
using payment::State;

// Money that came and money that arrived back are facts for ever. That a refund failed is one only
// until it is tried again, and a notice does not say which try it means.
Heard heard_money(const Notice& notice, std::string provider) {
  Heard heard{.provider = provider, .id = notice.id, .attempt = notice.attempt};
  if (notice.state == State::Paid) {
    heard.say = note_of_payment(notice, provider);
  } else if (notice.state == State::Refunded && !notice.refund.empty()) {
    heard.say = note_of_refund(notice, provider, 0);
  } else {
    heard.ask = true;
  }
  return heard;
}

}  // namespace

Hearing hear_wechat(const http::Headers& headers, std::string_view body,
                    const payment::wechat::Merchant& merchant, Instant now) {
  return payment::wechat::read_notice(headers, body, merchant, now).map([](const Notice& notice) {
    return heard_money(notice, "wechat");
  });
}

// Alipay tells refunds as sums so far, and of several only the last by its number: ask.
Hearing hear_alipay(std::string_view body, const payment::alipay::Application& application) {
  return payment::alipay::read_notice(body, application).map([](const Notice& notice) {
    Heard heard = heard_money(notice, "alipay");
    if (notice.state != State::Refunded) return heard;
    heard.say.reset();
    heard.ask = true;
    return heard;
  });
}

Hearing hear_verification(const http::Headers& headers, std::string_view body,
                          const verification::Account& account, Instant now,
                          const FindOrder& find) {
  return verification::read_notice(headers, body, account, now)
      .map([&](const verification::Result& result) {
        return Heard{.provider = "verification",
                     .id = result.notice,
                     .order = result.order,
                     .say = note_of_verification(result, find(result.order))};
      });
}

Hearing hear_courier(std::string_view body, const courier::Account& account,
                     const workflow::Order& order) {
  return courier::read_push(body, account).map([&](const courier::Tracked& tracked) {
    return Heard{.provider = "courier",
                 .id = tracked.id(),
                 .order = order.id,
                 .say = note_of_parcel(tracked, order)};
  });
}

}  // namespace vermilion::service::effects
