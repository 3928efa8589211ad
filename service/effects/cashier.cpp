#include "service/effects/cashier.hpp"

#include "service/crypto/digest.hpp"
#include "service/effects/asking.hpp"
#include "service/payment/alipay/notice.hpp"
#include "service/payment/alipay/requests.hpp"
#include "service/payment/wechat/notice.hpp"
#include "service/payment/wechat/requests.hpp"

#include <array>
#include <chrono>
#include <random>
#include <utility>

namespace vermilion::service::effects {
namespace {

using payment::Charge;
using payment::Notice;
using payment::RefundOrder;
using payment::State;
using Kind = Failure::Kind;
using Trade = Outcome<std::optional<Notice>>;

// A partner that answers for something else than it was asked about is not understood.
Outcome<Notice> about(Outcome<Notice> notice, const std::string& attempt,
                      const std::string& refund = {}) {
  const bool other = notice && (notice->attempt != attempt || notice->refund != refund);
  return other ? failed(Kind::Unknown, "the answer is about something else") : notice;
}

class WeChatCashier final : public Cashier {
 public:
  WeChatCashier(payment::wechat::Merchant merchant, transport::Carrier carrier, Stamps stamps)
      : merchant_(std::move(merchant)), carrier_(std::move(carrier)), stamps_(std::move(stamps)) {}

  Outcome<std::string> charge(const Charge& charge) override {
    return ask(carrier_, payment::wechat::charge_request(merchant_, charge, stamps_()))
        .and_then([&](const http::Answer& answer) {
          return understood(payment::wechat::read_code_url(answer, merchant_, stamps_().now));
        });
  }

  Trade trade(const std::string& attempt) override {
    const auto answer =
        ask(carrier_, payment::wechat::query_request(merchant_, attempt, stamps_()));
    if (!answer) return tl::unexpected(answer.error());
    auto notice = understood(payment::wechat::read_trade(*answer, merchant_, stamps_().now));
    if (notice && notice->attempt.empty()) return std::optional<Notice>();
    return about(std::move(notice), attempt).map([](Notice known) {
      return std::optional(std::move(known));
    });
  }

  Outcome<void> close(const std::string& attempt) override {
    return ask(carrier_, payment::wechat::close_request(merchant_, attempt, stamps_()))
        .map([](const http::Answer&) {});
  }

  Outcome<Notice> refund(const RefundOrder& refund) override {
    return read(refund, payment::wechat::refund_request(merchant_, refund, stamps_()));
  }

  Outcome<Notice> refunded(const RefundOrder& refund) override {
    return read(refund, payment::wechat::refund_query_request(merchant_, refund.refund, stamps_()));
  }

 private:
  Outcome<Notice> read(const RefundOrder& refund, const http::Request& request) {
    auto notice = ask(carrier_, request).and_then([&](const http::Answer& answer) {
      return understood(payment::wechat::read_refund(answer, merchant_, stamps_().now));
    });
    return about(std::move(notice), refund.attempt, refund.refund);
  }

  payment::wechat::Merchant merchant_;
  transport::Carrier carrier_;
  Stamps stamps_;
};

class AlipayCashier final : public Cashier {
 public:
  AlipayCashier(payment::alipay::Application application, transport::Carrier carrier, Stamps stamps)
      : application_(std::move(application)),
        carrier_(std::move(carrier)),
        stamps_(std::move(stamps)) {}

  Outcome<std::string> charge(const Charge& charge) override {
    return ask(carrier_, payment::alipay::charge_request(application_, charge, stamps_()))
        .and_then([&](const http::Answer& answer) {
          return understood(payment::alipay::read_code_url(answer, application_));
        });
  }

  // A code that nobody has scanned is no trade yet.
  Trade trade(const std::string& attempt) override {
    const auto answer =
        ask(carrier_, payment::alipay::query_request(application_, attempt, stamps_()));
    if (!answer) return tl::unexpected(answer.error());
    auto notice = understood(payment::alipay::read_trade(*answer, application_));
    if (notice && notice->state == State::Unpaid && notice->transaction.empty()) {
      return std::optional<Notice>();
    }
    return about(std::move(notice), attempt).map([](Notice known) {
      return std::optional(std::move(known));
    });
  }

  Outcome<void> close(const std::string& attempt) override {
    return ask(carrier_, payment::alipay::close_request(application_, attempt, stamps_()))
        .map([](const http::Answer&) {});
  }

  Outcome<Notice> refund(const RefundOrder& refund) override {
    return read(refund, payment::alipay::refund_request(application_, refund, stamps_()));
  }

  Outcome<Notice> refunded(const RefundOrder& refund) override {
    return read(refund, payment::alipay::refund_query_request(application_, refund, stamps_()));
  }

 private:
  Outcome<Notice> read(const RefundOrder& refund, const http::Request& request) {
    return ask(carrier_, request).and_then([&](const http::Answer& answer) {
      return understood(payment::alipay::read_refund(answer, refund, application_));
    });
  }

  payment::alipay::Application application_;
  transport::Carrier carrier_;
  Stamps stamps_;
};

}  // namespace

Stamps real_stamps() {
  return [] {
    std::random_device random;
    std::array<unsigned, 4> words{};
    for (unsigned& word : words) word = random();
    const std::string_view bytes(reinterpret_cast<const char*>(words.data()), sizeof words);
    const auto now = std::chrono::system_clock::now();
    return payment::Stamp{std::chrono::floor<std::chrono::seconds>(now), crypto::hex(bytes)};
  };
}

std::shared_ptr<Cashier> wechat_cashier(payment::wechat::Merchant merchant,
                                        transport::Carrier carrier, Stamps stamps) {
  return std::make_shared<WeChatCashier>(std::move(merchant), std::move(carrier),
                                         std::move(stamps));
}

std::shared_ptr<Cashier> alipay_cashier(payment::alipay::Application application,
                                        transport::Carrier carrier, Stamps stamps) {
  return std::make_shared<AlipayCashier>(std::move(application), std::move(carrier),
                                         std::move(stamps));
}

}  // namespace vermilion::service::effects
