#include "workflow/waiting.hpp"

#include "workflow/digest.hpp"
#include "workflow/guards/applying.hpp"
#include "workflow/sla.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace vermilion::workflow {
namespace {

constexpr std::array<std::string_view, kWaitings> kNames{"beginning",          "form",
                                                         "verification",       "documents",
                                                         "replacements",       "submission",
                                                         "inspection",         "a_reviewer",
                                                         "the_reviewer",       "corrections",
                                                         "new_order",          "payment",
                                                         "mailed_originals",   "transport",
                                                         "quarantined_parcel", "paper_check",
                                                         "paper_supplement",   "telephone",
                                                         "second_person",      "making",
                                                         "making_ends",        "seal_contact",
                                                         "seal_impressions",   "seal_transport",
                                                         "seal_making",        "courier",
                                                         "collection",         "nothing",
                                                         "nothing_collected",  "renewal_payment",
                                                         "download",           "download_ends",
                                                         "nothing_renewed",    "nothing_void",
                                                         "held_payment",       "refund_letter",
                                                         "refund_decision",    "refund_arrival",
                                                         "refund_repeat"};
static_assert(!kNames.back().empty());

struct Asked {
  const Order& order;
  const ProjectTerms& terms;
  const WorkingDays& calendar;
  Instant now;

  Waiting on(WaitingFor what, std::optional<Role> turn) const {
    Waiting waiting;
    waiting.what = what;
    waiting.turn = turn;
    waiting.since = order.stage_since;
    return waiting;
  }
  Waiting until(Waiting waiting, ClockKind kind) const {
    for (const Clock& clock : clocks_of(order, terms, calendar)) {
      if (clock.kind == kind) waiting.until = clock.due;
    }
    return waiting;
  }
  Waiting with_slots(Waiting waiting, const std::vector<std::string>& slots) const {
    tell_slots(slots, find_variant(terms, order.operation, order.variant), waiting.words);
    return waiting;
  }
};

// The first thing that keeps a draft from being submitted.
Waiting on_draft(const Asked& asked) {
  const Order& order = asked.order;
  if (order.agent.mobile.empty()) return asked.on(WaitingFor::Form, Role::Applicant);
  const auto verified = order.verification.state;
  const bool verification_missing =
      verified == Verification::State::Pending || verified == Verification::State::Failed;
  const auto missing = guards::missing_slots(order, asked.terms);
  if (verification_missing && (missing.empty() || asked.terms.verified_before_upload)) {
    return asked.on(WaitingFor::Verification, Role::LegalPerson);
  }
  if (!missing.empty()) {
    return asked.with_slots(asked.on(WaitingFor::Documents, Role::Applicant), missing);
  }
  const auto blocked = guards::blocked_slots(order);
  if (!blocked.empty()) {
    return asked.with_slots(asked.on(WaitingFor::Replacements, Role::Applicant), blocked);
  }
  return asked.on(WaitingFor::Submission, Role::Applicant);
}

Waiting on_rejected(const Asked& asked) {
  if (asked.order.wrong_project) return asked.on(WaitingFor::NewOrder, Role::Applicant);
  const auto rejected = guards::rejected_slots(asked.order);
  if (rejected.empty()) return on_draft(asked);
  return asked.with_slots(asked.on(WaitingFor::Corrections, Role::Applicant), rejected);
}

Waiting on_review(const Asked& asked) {
  const Claim& claim = asked.order.claim;
  const bool claimed = asked.order.stage == Stage::InReview && asked.now < claim.until;
  Waiting waiting =
      asked.on(claimed ? WaitingFor::TheReviewer : WaitingFor::AReviewer, Role::Reviewer);
  if (claimed) waiting.until = claim.until;
  return waiting;
}

Waiting on_payment(const Asked& asked, WaitingFor what) {
  Waiting waiting = asked.on(what, Role::Applicant);
  waiting.words["fee"] = yuan_text(asked.order.fee.value_or(Fen{}));
  return waiting;
}

Waiting on_parcel(const Asked& asked) {
  if (!asked.order.quarantined.empty()) {
    return asked.on(WaitingFor::QuarantinedParcel, Role::PostRoom);
  }
  return asked.until(asked.on(WaitingFor::MailedOriginals, Role::Applicant), ClockKind::Unmailed);
}

Waiting on_transport(const Asked& asked, WaitingFor what, const Parcel& parcel) {
  Waiting waiting = asked.on(what, Role::PostRoom);
  waiting.words["carrier"] = parcel.carrier;
  waiting.words["number"] = parcel.number;
  return waiting;
}

Waiting on_faulty_paper(const Asked& asked, WaitingFor what) {
  Waiting waiting = asked.on(what, Role::Applicant);
  std::vector<std::string> faults;
  for (const PaperFault& fault : asked.order.paper_faults) faults.push_back(fault.fault);
  waiting.words["faults"] = fmt::format("{}", fmt::join(faults, "；"));
  waiting.words["faults_en"] = fmt::format("{}", fmt::join(faults, "; "));
  waiting.words["called"] =
      asked.order.calls.empty() ? "—" : beijing_text(asked.order.calls.back().at);
  return waiting;
}

Waiting on_making(const Asked& asked) {
  if (asked.order.operation == Operation::Reissue) {
    const auto found = asked.order.approvals.find(Matter::RevokeByReissue);
    const bool confirmed =
        found != asked.order.approvals.end() &&
        found->second.covers(sha256_of(subject_of(asked.order, Matter::RevokeByReissue)));
    if (!confirmed) {
      return asked.until(asked.on(WaitingFor::SecondPerson, Role::Maker), ClockKind::Making);
    }
  }
  return asked.until(asked.on(WaitingFor::Making, Role::Maker), ClockKind::Making);
}

Waiting on_seal(const Asked& asked) {
  const SealSupplement& supplement = *asked.order.supplement;
  Waiting waiting = asked.on(WaitingFor::SealImpressions, Role::Applicant);
  if (supplement.received) {
    waiting = asked.on(WaitingFor::SealMaking, Role::Maker);
  } else if (supplement.sent) {
    waiting = on_transport(asked, WaitingFor::SealTransport, *supplement.sent);
  } else if (!supplement.contacted) {
    waiting = asked.until(asked.on(WaitingFor::SealContact, Role::Service), ClockKind::SealContact);
  }
  waiting.words["fault"] = supplement.fault;
  return waiting;
}

Waiting on_courier(const Asked& asked) {
  Waiting waiting = asked.on(WaitingFor::Courier, Role::Maker);
  waiting.until = asked.calendar.next_courier(asked.now);
  return waiting;
}

Waiting on_issued(const Asked& asked) {
  if (const auto& collected = asked.order.collected) {
    Waiting waiting = asked.on(WaitingFor::NothingCollected, std::nullopt);
    waiting.words["collector"] = collected->fetched_by;
    return waiting;
  }
  Waiting waiting = asked.on(WaitingFor::Nothing, std::nullopt);
  waiting.words["recipient"] = asked.order.recipient.person.name;
  return waiting;
}

Waiting on_stage(const Asked& asked) {
  switch (asked.order.stage) {
    case Stage::NotBegun:
      return asked.on(WaitingFor::Beginning, Role::Applicant);
    case Stage::Draft:
      return on_draft(asked);
    case Stage::QueuedForMachine:
      return asked.on(WaitingFor::Inspection, Role::System);
    case Stage::AwaitingReviewer:
    case Stage::InReview:
      return on_review(asked);
    case Stage::Rejected:
      return on_rejected(asked);
    case Stage::AwaitingPayment:
      return on_payment(asked, WaitingFor::Payment);
    case Stage::AwaitingParcel:
      return on_parcel(asked);
    case Stage::InTransit:
      return on_transport(asked, WaitingFor::Transport, *asked.order.parcel);
    case Stage::PaperReceived:
      return asked.on(WaitingFor::PaperCheck, Role::PostRoom);
    case Stage::PaperWrong:
      return on_faulty_paper(asked, WaitingFor::PaperSupplement);
    case Stage::AgentUnreachable:
      return on_faulty_paper(asked, WaitingFor::Telephone);
    case Stage::PaperRight:
      return on_making(asked);
    case Stage::Making:
      return asked.until(asked.on(WaitingFor::MakingEnds, Role::Maker), ClockKind::Making);
    case Stage::SealSupplement:
      return on_seal(asked);
    case Stage::AwaitingCourier:
      return on_courier(asked);
    case Stage::AwaitingCollection:
      return asked.on(WaitingFor::Collection, Role::Recipient);
    case Stage::Issued:
      return on_issued(asked);
    case Stage::RenewalUnpaid:
      return on_payment(asked, WaitingFor::RenewalPayment);
    case Stage::RenewalPaid:
      return asked.on(WaitingFor::Download, Role::Applicant);
    case Stage::RenewalDownloading:
      return asked.on(WaitingFor::DownloadEnds, Role::Applicant);
    case Stage::Renewed:
      return asked.on(WaitingFor::NothingRenewed, std::nullopt);
    case Stage::Void:
      return asked.on(WaitingFor::NothingVoid, std::nullopt);
  }
  return asked.on(WaitingFor::Nothing, std::nullopt);
}

Waiting on_refund(const Asked& asked, const Refund& refund) {
  const auto on = [&](WaitingFor what, Role turn) {
    Waiting waiting = asked.on(what, turn);
    waiting.since = refund.since;
    waiting.words["amount"] = yuan_text(refund.amount);
    return waiting;
  };
  if (refund.state == Refund::State::Sending) return on(WaitingFor::RefundArrival, Role::System);
  if (refund.state == Refund::State::Failed) return on(WaitingFor::RefundRepeat, Role::Finance);
  return refund.letter_sha256.empty() ? on(WaitingFor::RefundLetter, Role::Applicant)
                                      : on(WaitingFor::RefundDecision, Role::Finance);
}

std::optional<Waiting> on_money(const Asked& asked) {
  for (const Attempt& attempt : asked.order.attempts) {
    if (attempt.state != Attempt::State::Held) continue;
    Waiting waiting = asked.on(WaitingFor::HeldPayment, Role::Finance);
    waiting.since = attempt.paid_at;
    waiting.words["amount"] = yuan_text(attempt.paid);
    return waiting;
  }
  for (const Refund& refund : asked.order.refunds) {
    const bool settled = refund.state == Refund::State::Sent ||
                         refund.state == Refund::State::Refused ||
                         refund.state == Refund::State::Withdrawn;
    // What goes back by itself does not keep the order waiting.
    if (!settled && !refund.by_itself) return on_refund(asked, refund);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(WaitingFor what) {
  return kNames[static_cast<std::size_t>(what)];
}

Waiting waiting_for(const Order& order, const ProjectTerms& terms, const WorkingDays& calendar,
                    Instant now) {
  const Asked asked{order, terms, calendar, now};
  Waiting waiting = on_money(asked).value_or(Waiting{});
  if (waiting.what == WaitingFor::Nothing) waiting = on_stage(asked);
  waiting.words["phone"] = terms.hall_phone;
  waiting.words["since"] = beijing_text(waiting.since);
  if (waiting.until) waiting.words["until"] = beijing_text(*waiting.until);
  return waiting;
}

std::string text_of(const Waiting& waiting, Language language) {
  return text_of(Section::Waiting, name_of(waiting.what), waiting.words, language);
}

}  // namespace vermilion::workflow
