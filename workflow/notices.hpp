#pragma once

#include "workflow/order.hpp"
#include "workflow/project_terms.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::workflow {

// What people are told by SMS. The texts stand in messages/zh.json and en.json under "notices".
enum class NoticeKind : std::uint8_t {
  Approved,
  Rejected,
  Paid,
  ParcelTooEarly,
  PaperFaulty,
  SealFault,
  ReadyForCollection,
  RecipientMayCollect,
  Dispatched,
  RecipientIsSent,
  HandedOver,
  RefundApproved,
  RefundRefused,
};
inline constexpr std::size_t kNotices = static_cast<std::size_t>(NoticeKind::RefundRefused) + 1;

std::string_view name_of(NoticeKind kind);

struct Notice {
  NoticeKind kind = NoticeKind::Approved;
  std::string to;  // a mobile number
  Words words;
};

// Whom an event is told to, and in which words. The recipient is told who applied, for what, and
// what the parcel holds: it may know of nothing.
[[nodiscard]] std::vector<Notice> notices_of(const Event& event, const Order& order,
                                             const ProjectTerms& terms);

}  // namespace vermilion::workflow
