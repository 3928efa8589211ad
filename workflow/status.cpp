#include "workflow/status.hpp"

#include <algorithm>
#include <array>

namespace vermilion::workflow {
namespace {

struct Text {
  const char* zh;
  const char* en;
};

constexpr std::array kStatuses{Text{"未提交", "not submitted"},
                               Text{"正在审核", "under review"},
                               Text{"资料审核通过", "review passed"},
                               Text{"资料审核失败", "review failed"},
                               Text{"正在受理", "in process"},
                               Text{"制证完成", "certificate made"},
                               Text{"已发放", "issued"}};

constexpr std::array kPayments{Text{"无", "none"}, Text{"待支付", "to be paid"},
                               Text{"支付成功", "paid"}, Text{"退款中", "being refunded"},
                               Text{"已退款", "refunded"}};

Status status_of(Stage stage) {
  switch (stage) {
    case Stage::NotBegun:
    case Stage::Draft:
    case Stage::Void:
      return Status::NotSubmitted;
    case Stage::QueuedForMachine:
    case Stage::AwaitingReviewer:
    case Stage::InReview:
      return Status::UnderReview;
    case Stage::AwaitingPayment:
    case Stage::RenewalUnpaid:
      return Status::ReviewPassed;  // a renewal has no review to pass
    case Stage::Rejected:
      return Status::ReviewFailed;
    case Stage::AwaitingParcel:
    case Stage::InTransit:
    case Stage::PaperReceived:
    case Stage::PaperWrong:
    case Stage::AgentUnreachable:
    case Stage::PaperRight:
    case Stage::Making:
    case Stage::RenewalPaid:
    case Stage::RenewalDownloading:
      return Status::InProcess;
    case Stage::SealSupplement:
    case Stage::AwaitingCourier:
    case Stage::AwaitingCollection:
      return Status::CertificateMade;
    case Stage::Issued:
    case Stage::Renewed:
      return Status::Issued;
  }
  return Status::NotSubmitted;
}

std::string in(Language language, const Text& text) {
  return language == Language::Chinese ? text.zh : text.en;
}

}  // namespace

Status status_of(const Order& order) {
  return status_of(order.stage == Stage::Void ? order.stage_before_void : order.stage);
}

PaymentStatus payment_status_of(const Order& order) {
  if (settled_attempt(order) == nullptr) {
    const bool due = order.stage == Stage::AwaitingPayment || order.stage == Stage::RenewalUnpaid;
    return due ? PaymentStatus::Due : PaymentStatus::None;
  }
  const Refund* refund = live_refund(order);
  if (refund == nullptr || refund->state == Refund::State::Asked) return PaymentStatus::Paid;
  return refund->state == Refund::State::Sent ? PaymentStatus::Refunded : PaymentStatus::Refunding;
}

std::string status_text(Status status, Language language) {
  return in(language, kStatuses[static_cast<std::size_t>(status)]);
}

std::string payment_status_text(PaymentStatus status, Language language) {
  return in(language, kPayments[static_cast<std::size_t>(status)]);
}

std::string status_text(const Order& order, Language language) {
  const std::string text = status_text(status_of(order), language);
  if (order.stage != Stage::Void) return text;
  return text + (language == Language::Chinese ? "（作废）" : " (void)");
}

std::string payment_status_text(const Order& order, Language language) {
  return payment_status_text(payment_status_of(order), language);
}

}  // namespace vermilion::workflow
