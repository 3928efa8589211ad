#pragma once

#include "service/effects/carry.hpp"
#include "service/payment/alipay/application.hpp"
#include "service/payment/payment.hpp"
#include "service/payment/wechat/merchant.hpp"
#include "service/transport/exchange.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace vermilion::service::effects {

// The time, and a nonce that was never used before.
using Stamps = std::function<payment::Stamp()>;

// By the system's clock and random numbers.
[[nodiscard]] Stamps real_stamps();

// A payment channel: asks and understands the answer, decides nothing. What comes back is verified.
// A failure is Later where nothing left us and Unknown where anything did, also when the answer
// is none we believe.
class Cashier {
 public:
  virtual ~Cashier() = default;

  // The text of the code to show. The same charge may be asked for again.
  virtual Outcome<std::string> charge(const payment::Charge& charge) = 0;
  // What became of an attempt; nothing when the channel has never heard of it.
  virtual Outcome<std::optional<payment::Notice>> trade(const std::string& attempt) = 0;
  // Asks that nobody can pay it any more. What came of it, `trade` tells.
  virtual Outcome<void> close(const std::string& attempt) = 0;
  // The same number refunds once, however often it is sent.
  virtual Outcome<payment::Notice> refund(const payment::RefundOrder& refund) = 0;
  virtual Outcome<payment::Notice> refunded(const payment::RefundOrder& refund) = 0;
};

[[nodiscard]] std::shared_ptr<Cashier> wechat_cashier(payment::wechat::Merchant merchant,
                                                      transport::Carrier carrier, Stamps stamps);
[[nodiscard]] std::shared_ptr<Cashier> alipay_cashier(payment::alipay::Application application,
                                                      transport::Carrier carrier, Stamps stamps);

}  // namespace vermilion::service::effects
