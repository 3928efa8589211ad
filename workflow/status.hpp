#pragma once

#include "workflow/language.hpp"
#include "workflow/order.hpp"

#include <cstdint>
#include <string>

namespace vermilion::workflow {

// What customers see: exactly these seven, in the documents' own words.
enum class Status : std::uint8_t {
  NotSubmitted,     // 未提交
  UnderReview,      // 正在审核
  ReviewPassed,     // 资料审核通过
  ReviewFailed,     // 资料审核失败
  InProcess,        // 正在受理
  CertificateMade,  // 制证完成
  Issued,           // 已发放
};

enum class PaymentStatus : std::uint8_t {
  None,       // 无
  Due,        // 待支付
  Paid,       // 支付成功
  Refunding,  // 退款中: ours, the documents name no state of a refund
  Refunded,   // 已退款: ours
};

// A void order keeps the status it had; that it is void (作废) is said beside it.
[[nodiscard]] Status status_of(const Order& order);
[[nodiscard]] PaymentStatus payment_status_of(const Order& order);

[[nodiscard]] std::string status_text(Status status, Language language);
[[nodiscard]] std::string payment_status_text(PaymentStatus status, Language language);
[[nodiscard]] std::string status_text(const Order& order, Language language);
[[nodiscard]] std::string payment_status_text(const Order& order, Language language);

}  // namespace vermilion::workflow
