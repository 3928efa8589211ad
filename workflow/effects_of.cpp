#include "workflow/effects_of.hpp"

#include "workflow/notices.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace vermilion::workflow {

std::string key_of(EffectKind kind, std::string_view id) {
  return fmt::format("{}/{}", name_of(kind), id);
}

namespace {

struct Asked {
  const Order& before;
  const Order& after;
  const Event& event;
  const ProjectTerms& terms;
};

using Effects = std::vector<Effect>;

// What is not done once for an id is marked by the event that asked for it.
std::string event_key(EffectKind kind, const Asked& asked, std::string_view what = "") {
  const std::string of_event = fmt::format("{}/{}", asked.after.id, asked.after.version);
  return key_of(kind, what.empty() ? of_event : fmt::format("{}/{}", of_event, what));
}

void make_forms(const Asked& asked, Effects& effects) {
  effects.push_back(
      {EffectKind::MakeForms,
       key_of(EffectKind::MakeForms, fmt::format("{}/{}", asked.after.id, asked.after.generation)),
       {{"order", asked.after.id}, {"generation", fmt::format("{}", asked.after.generation)}},
       {}});
}

void start_verification(const Asked& asked, Effects& effects) {
  if (asked.after.verification.state == Verification::State::NotNeeded) return;
  effects.push_back({EffectKind::StartVerification,
                     key_of(EffectKind::StartVerification, asked.after.id),
                     {{"order", asked.after.id}},
                     {}});
}

void queue_inspection(const Asked& asked, Effects& effects) {
  const auto& upload = std::get<UploadDocument>(asked.event.body);
  effects.push_back({EffectKind::QueueInspection,
                     event_key(EffectKind::QueueInspection, asked),
                     {{"order", asked.after.id}, {"slot", upload.slot}, {"sha256", upload.sha256}},
                     {}});
}

void send_sms(const Asked& asked, Effects& effects) {
  for (const Notice& notice : notices_of(asked.event, asked.after, asked.terms)) {
    auto words = notice.words;
    words["notice"] = name_of(notice.kind);
    words["to"] = notice.to;
    effects.push_back({EffectKind::SendSms,
                       event_key(EffectKind::SendSms, asked, name_of(notice.kind)),
                       std::move(words),
                       {}});
  }
}

void create_payment(const Asked& asked, Effects& effects) {
  const Attempt& attempt = asked.after.attempts.back();
  effects.push_back({EffectKind::CreatePayment,
                     key_of(EffectKind::CreatePayment, attempt.id),
                     {{"order", asked.after.id},
                      {"attempt", attempt.id},
                      {"channel", std::string(name_of(attempt.channel))}},
                     attempt.amount});
}

// Those that were open and are not any longer, less the one that was just paid.
void close_payment(const Asked& asked, Effects& effects) {
  for (const Attempt& attempt : asked.before.attempts) {
    const Attempt* now = find_attempt(asked.after, attempt.id);
    if (attempt.state != Attempt::State::Open || now->state != Attempt::State::Closed) continue;
    effects.push_back({EffectKind::ClosePayment,
                       key_of(EffectKind::ClosePayment, attempt.id),
                       {{"attempt", attempt.id}},
                       {}});
  }
}

// The refund this event has set going. Its own id is the number the channel knows it by, so a
// second try asks for the same refund.
void refund_payment(const Asked& asked, Effects& effects) {
  for (const Refund& refund : asked.after.refunds) {
    const Refund* before = find_refund(asked.before, refund.id);
    if (refund.state != Refund::State::Sending) continue;
    if (before != nullptr && before->state == Refund::State::Sending) continue;
    effects.push_back(
        {EffectKind::RefundPayment,
         key_of(EffectKind::RefundPayment, fmt::format("{}/{}", refund.id, refund.tries)),
         {{"refund", refund.id}, {"attempt", refund.attempt}},
         refund.amount});
  }
}

void raise_alarm(const Asked& asked, Effects& effects) {
  effects.push_back({EffectKind::RaiseAlarm,
                     event_key(EffectKind::RaiseAlarm, asked),
                     {{"order", asked.after.id}, {"event", std::string(name_of(asked.event.kind))}},
                     {}});
}

void make_refund_letter(const Asked& asked, Effects& effects) {
  const Refund& refund = asked.after.refunds.back();
  effects.push_back({EffectKind::MakeRefundLetter,
                     key_of(EffectKind::MakeRefundLetter, refund.id),
                     {{"order", asked.after.id}, {"refund", refund.id}, {"reason", refund.reason}},
                     refund.amount});
}

void call_agent(const Asked& asked, Effects& effects) {
  effects.push_back({EffectKind::CallAgent,
                     event_key(EffectKind::CallAgent, asked),
                     {{"order", asked.after.id},
                      {"name", asked.after.agent.name},
                      {"mobile", asked.after.agent.mobile}},
                     {}});
}

void track_parcel(const Asked& asked, Effects& effects) {
  const auto* dispatched = std::get_if<Dispatch>(&asked.event.body);
  const Parcel& parcel = dispatched != nullptr
                             ? dispatched->parcel
                             : std::get<EnterCourierNumber>(asked.event.body).parcel;
  // Of the order, too: two orders may be in one parcel, and each is to hear of it.
  effects.push_back(
      {EffectKind::TrackParcel,
       key_of(EffectKind::TrackParcel,
              fmt::format("{}/{}/{}", asked.after.id, parcel.carrier, parcel.number)),
       {{"order", asked.after.id}, {"carrier", parcel.carrier}, {"number", parcel.number}},
       {}});
}

void main_key(EffectKind kind, const Asked& asked, Effects& effects) {
  const Order& order = kind == EffectKind::ReleaseMainKey ? asked.before : asked.after;
  const bool replaces = order.chosen && order.chosen->main_key;
  const bool records = kind == EffectKind::RecordMainKey;
  if (!order.reserves_main_key && !(records && replaces)) return;
  Effect effect{
      kind,
      key_of(kind, order.id),
      {{"organisation", order.organisation}, {"project", order.project}, {"order", order.id}},
      {}};
  if (records) effect.words["serial"] = order.made->serial;
  if (replaces) effect.words["replaces"] = order.chosen->serial;
  effects.push_back(std::move(effect));
}

// A renewal downloaded again is the same certificate; a making that failed made none.
void issue_certificate(const Asked& asked, Effects& effects) {
  const Order& order = asked.after;
  const bool renews = order.operation == Operation::Renew;
  Effect effect{EffectKind::IssueCertificate,
                key_of(EffectKind::IssueCertificate,
                       renews ? order.id : fmt::format("{}/{}", order.id, order.makings)),
                {{"order", order.id}, {"operation", std::string(name_of(order.operation))}},
                {}};
  if (order.chosen) effect.words["replaces"] = order.chosen->serial;
  if (renews) effect.words["years"] = fmt::format("{}", order.years);
  effects.push_back(std::move(effect));
}

void revoke_certificate(const Asked& asked, Effects& effects) {
  const Order& order = asked.after;
  if (order.operation != Operation::Reissue || !order.chosen) return;
  effects.push_back({EffectKind::RevokeCertificate,
                     key_of(EffectKind::RevokeCertificate, order.chosen->serial),
                     {{"order", order.id}, {"serial", order.chosen->serial}},
                     {}});
}

void issue_invoice(const Asked& asked, Effects& effects) {
  const Order& order = asked.after;
  if (!order.made_at || !order.invoice_data) return;
  effects.push_back({EffectKind::IssueInvoice,
                     key_of(EffectKind::IssueInvoice, order.id),
                     {{"order", order.id},
                      {"title", order.invoice_data->title},
                      {"tax_id", order.invoice_data->tax_id},
                      {"email", order.invoice_data->email}},
                     order.fee.value_or(Fen{})});
}

void add(EffectKind kind, const Asked& asked, Effects& effects) {
  switch (kind) {
    case EffectKind::MakeForms:
      return make_forms(asked, effects);
    case EffectKind::StartVerification:
      return start_verification(asked, effects);
    case EffectKind::QueueInspection:
      return queue_inspection(asked, effects);
    case EffectKind::SendSms:
      return send_sms(asked, effects);
    case EffectKind::CreatePayment:
      return create_payment(asked, effects);
    case EffectKind::ClosePayment:
      return close_payment(asked, effects);
    case EffectKind::RefundPayment:
      return refund_payment(asked, effects);
    case EffectKind::RaiseAlarm:
      return raise_alarm(asked, effects);
    case EffectKind::MakeRefundLetter:
      return make_refund_letter(asked, effects);
    case EffectKind::CallAgent:
      return call_agent(asked, effects);
    case EffectKind::TrackParcel:
      return track_parcel(asked, effects);
    case EffectKind::ReserveMainKey:
    case EffectKind::ReleaseMainKey:
    case EffectKind::RecordMainKey:
      return main_key(kind, asked, effects);
    case EffectKind::IssueCertificate:
      return issue_certificate(asked, effects);
    case EffectKind::RevokeCertificate:
      return revoke_certificate(asked, effects);
    case EffectKind::IssueInvoice:
      return issue_invoice(asked, effects);
  }
}

}  // namespace

std::vector<Effect> effects_of(const OrderTransition& row, const Order& before, const Order& after,
                               const Event& event, const ProjectTerms& terms) {
  Effects effects;
  for (const EffectKind kind : row.effects) add(kind, {before, after, event, terms}, effects);
  return effects;
}

}  // namespace vermilion::workflow
