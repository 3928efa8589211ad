#include "workflow/notices.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vermilion::workflow {
namespace {

constexpr std::array<std::string_view, kNotices> kNames{"approved",
                                                        "rejected",
                                                        "paid",
                                                        "parcel_too_early",
                                                        "paper_faulty",
                                                        "seal_fault",
                                                        "ready_for_collection",
                                                        "recipient_may_collect",
                                                        "dispatched",
                                                        "recipient_is_sent",
                                                        "handed_over",
                                                        "refund_approved",
                                                        "refund_refused"};
static_assert(!kNames.back().empty());

std::vector<NoticeKind> kinds_of(const Event& event) {
  switch (event.kind) {
    case EventKind::Approved:
      return {NoticeKind::Approved};
    case EventKind::Rejected:
      return {NoticeKind::Rejected};
    case EventKind::PaymentSettled:
      return {NoticeKind::Paid};
    case EventKind::ParcelQuarantined:
      return {NoticeKind::ParcelTooEarly};
    case EventKind::PaperFaulty:
      return {NoticeKind::PaperFaulty};
    case EventKind::SealFaultFound:
      return {NoticeKind::SealFault};
    case EventKind::CertificateMade:
    case EventKind::SealMade:
      return {NoticeKind::ReadyForCollection, NoticeKind::RecipientMayCollect};
    case EventKind::Dispatched:
      return {NoticeKind::Dispatched, NoticeKind::RecipientIsSent};
    case EventKind::HandedOver:
      return {NoticeKind::HandedOver};
    case EventKind::RefundApproved:
      return {NoticeKind::RefundApproved};
    case EventKind::RefundRefused:
      return {NoticeKind::RefundRefused};
    default:
      return {};
  }
}

bool is_for_recipient(NoticeKind kind) {
  return kind == NoticeKind::RecipientMayCollect || kind == NoticeKind::RecipientIsSent;
}

Words words_of(const Order& order, const ProjectTerms& terms) {
  Words words{{"order", order.id},
              {"project", terms.name_zh},
              {"agent", order.agent.name},
              {"organisation", order.organisation_name},
              {"phone", terms.hall_phone}};
  if (order.dispatched) {
    words["carrier"] = order.dispatched->carrier;
    words["number"] = order.dispatched->number;
  }
  std::vector<std::string> faults;
  for (const PaperFault& fault : order.paper_faults) faults.push_back(fault.fault);
  words["faults"] = fmt::format("{}", fmt::join(faults, "；"));
  return words;
}

}  // namespace

std::string_view name_of(NoticeKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Notice> notices_of(const Event& event, const Order& order, const ProjectTerms& terms) {
  std::vector<Notice> notices;
  for (const NoticeKind kind : kinds_of(event)) {
    const Person& person = is_for_recipient(kind) ? order.recipient.person : order.agent;
    if (person.mobile.empty()) continue;  // a renewal has neither agent nor recipient
    notices.push_back({kind, person.mobile, words_of(order, terms)});
  }
  return notices;
}

}  // namespace vermilion::workflow
