#include "service/effects/carry.hpp"

#include "service/effects/asking.hpp"
#include "service/effects/charging.hpp"
#include "service/effects/telling.hpp"
#include "service/effects/world.hpp"

#include <fmt/format.h>

#include <utility>

namespace vermilion::service::effects {
namespace {

using Kind = Failure::Kind;
using workflow::Command;
using workflow::EffectKind;

std::string word(const Task& task, const std::string& name) {
  const auto found = task.effect.words.find(name);
  return found == task.effect.words.end() ? std::string() : found->second;
}

Command note(const Task& task, std::string_view who, workflow::Body body) {
  return {fmt::format("because/{}", task.effect.key),
          {workflow::Role::System, std::string(who)},
          std::move(body)};
}

// The provider knows an order once, so a second try starts nothing new.
Outcome<Carried> start_verification(const Task& task, World& world) {
  if (!world.verifying) return failed(Kind::Never, "no provider of verification is set up");
  const auto& [account, carrier] = *world.verifying;
  const auto& order = task.order;
  const auto stamp = world.stamps();
  const auto answer =
      ask(carrier,
          verification::start_request(
              account, {order.id, order.organisation, order.organisation_name, order.agreement},
              stamp));
  if (!answer) return tl::unexpected(answer.error());
  const auto started =
      understood(verification::read_started(*answer, order.id, account, world.stamps().now));
  if (!started) return tl::unexpected(started.error());
  if (world.show) world.show(task.effect.key, started->url);
  return Carried{};
}

// SF tells where a parcel is only to who knows the number of its sender or recipient.
std::string phone_of(const Task& task) {
  const bool is_sent_by_us =
      task.order.dispatched && task.order.dispatched->number == word(task, "number");
  return is_sent_by_us ? task.order.recipient.person.mobile : task.order.agent.mobile;
}

Outcome<Carried> track_parcel(const Task& task, World& world) {
  if (!world.tracking) return Carried{};  // people look for themselves
  if (!courier::carrier_word(word(task, "carrier"))) return Carried{};  // nobody to ask
  courier::Account account = world.tracking->account;
  account.callback_url += '/' + task.order.id;
  const courier::Parcel parcel{word(task, "carrier"), word(task, "number"), phone_of(task)};
  const auto answer = ask(world.tracking->carrier, courier::subscribe_request(account, parcel));
  if (!answer) return tl::unexpected(answer.error());
  const auto subscribed = courier::read_subscribed(*answer);
  if (!subscribed) return failed(Kind::Never, fmt::format("快递100: {}", subscribed.error()));
  return Carried{};
}

Outcome<Carried> issue_certificate(const Task& task, World& world) {
  if (world.certificates == nullptr) return failed(Kind::Never, "nobody makes certificates");
  auto made = world.certificates->issue(task.effect.key, task.order);
  if (!made) return tl::unexpected(made.error());
  const bool renews = task.order.operation == workflow::Operation::Renew;
  workflow::Body body = workflow::NoteMade{*made};
  if (renews) body = workflow::NoteDownloaded{*made};
  return Carried{{note(task, "authority", std::move(body))}};
}

Outcome<Carried> revoke_certificate(const Task& task, World& world) {
  if (world.certificates == nullptr) return failed(Kind::Never, "nobody revokes certificates");
  const std::string serial = word(task, "serial");
  return world.certificates->revoke(serial).map(
      [&] { return Carried{{note(task, "authority", workflow::NoteRevoked{serial})}}; });
}

// The number comes with a file of results.
Outcome<Carried> issue_invoice(const Task& task, World& world) {
  if (!world.ask_invoice) return failed(Kind::Never, "no tax program is set up");
  const invoices::Asked asked{task.order.id,       word(task, "title"), word(task, "tax_id"),
                              word(task, "email"), "数字证书服务费",    task.effect.amount.amount};
  return world.ask_invoice(asked).map([] { return Carried{}; });
}

Outcome<Carried> in_house(const Task& task, World& world) {
  if (!world.in_house) return failed(Kind::Never, "nobody in the house does it");
  return world.in_house(task);
}

}  // namespace

tl::unexpected<Failure> failed(Failure::Kind kind, std::string reason) {
  return tl::unexpected(Failure{kind, std::move(reason)});
}

bool is_carried(EffectKind kind) {
  return kind != EffectKind::ReserveMainKey && kind != EffectKind::ReleaseMainKey &&
         kind != EffectKind::RecordMainKey;
}

Outcome<Carried> carry(const Task& task, World& world) {
  switch (task.effect.kind) {
    case EffectKind::SendSms:
      return send_sms(task, world);
    case EffectKind::CreatePayment:
      return create_payment(task, world);
    case EffectKind::ClosePayment:
      return close_payment(task, world);
    case EffectKind::RefundPayment:
      return refund_payment(task, world);
    case EffectKind::StartVerification:
      return start_verification(task, world);
    case EffectKind::TrackParcel:
      return track_parcel(task, world);
    case EffectKind::IssueCertificate:
      return issue_certificate(task, world);
    case EffectKind::RevokeCertificate:
      return revoke_certificate(task, world);
    case EffectKind::IssueInvoice:
      return issue_invoice(task, world);
    case EffectKind::MakeForms:
    case EffectKind::QueueInspection:
    case EffectKind::RaiseAlarm:
    case EffectKind::MakeRefundLetter:
    case EffectKind::CallAgent:
      return in_house(task, world);
    case EffectKind::ReserveMainKey:
    case EffectKind::ReleaseMainKey:
    case EffectKind::RecordMainKey:
      break;
  }
  return failed(Kind::Never, "is done on the organisation, not outside");
}

}  // namespace vermilion::service::effects
