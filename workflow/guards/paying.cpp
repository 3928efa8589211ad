#include "workflow/guards/paying.hpp"

#include <algorithm>

namespace vermilion::workflow::guards {
namespace {

const Attempt* attempt_said(const Context& context) {
  if (const auto* closed = std::get_if<ClosePayment>(&context.body)) {
    return find_attempt(context.order, closed->attempt);
  }
  if (const auto* held = std::get_if<ReturnHeldPayment>(&context.body)) {
    return find_attempt(context.order, held->attempt);
  }
  return find_attempt(context.order, context.said<NotePayment>().attempt);
}

const Refund* refund_said(const Context& context) {
  const auto* retry = std::get_if<RetryRefund>(&context.body);
  return find_refund(context.order,
                     retry != nullptr ? retry->refund : context.said<NoteRefund>().refund);
}

bool is_in(const Attempt* attempt, Attempt::State state) {
  return attempt != nullptr && attempt->state == state;
}

bool is_in(const Refund* refund, Refund::State state) {
  return refund != nullptr && refund->state == state;
}

bool fits_payment(const Context& context) {
  const Attempt* settled = settled_attempt(context.order);
  const Fen amount = context.said<AskRefund>().amount;
  return settled != nullptr && Fen{0} < amount &&
         amount <= settled->paid - refunded(context.order, settled->id);
}

bool is_in_time(const Context& context) {
  const Attempt* settled = settled_attempt(context.order);
  return settled != nullptr &&
         context.now <= settled->paid_at + std::chrono::days(context.facts.terms.refund_days);
}

}  // namespace

constinit const OrderGuard kIsNoBankTransfer{
    "it is no bank transfer", RefusalCode::NoBankTransfer, [](const Context& context) {
      return context.said<OpenPayment>().channel != Channel::BankTransfer;
    }};

constinit const OrderGuard kChannelIsOffered{
    "the channel is offered", RefusalCode::ChannelNotOffered, [](const Context& context) {
      const auto& offered = context.facts.terms.channels;
      return std::ranges::find(offered, context.said<OpenPayment>().channel) != offered.end();
    }};

constinit const OrderGuard kAttemptIsNew{
    "the attempt is a new one", RefusalCode::IdTaken, [](const Context& context) {
      const std::string& id = context.said<OpenPayment>().attempt;
      return !id.empty() && find_attempt(context.order, id) == nullptr;
    }};

constinit const OrderGuard kAttemptIsOpen{
    "the attempt is open", RefusalCode::AttemptNotOpen,
    [](const Context& context) { return is_in(attempt_said(context), Attempt::State::Open); }};

constinit const OrderGuard kAttemptIsKnown{
    "the attempt is this order's", RefusalCode::AttemptUnknown,
    [](const Context& context) { return attempt_said(context) != nullptr; }};

constinit const OrderGuard kAttemptIsHeld{
    "the payment is held", RefusalCode::AttemptNotHeld,
    [](const Context& context) { return is_in(attempt_said(context), Attempt::State::Held); }};

constinit const OrderGuard kIsNotedAlready{
    "the payment is noted already", RefusalCode::AttemptUnknown, [](const Context& context) {
      const Attempt* attempt = attempt_said(context);
      return attempt != nullptr && !attempt->transaction.empty() &&
             attempt->transaction == context.said<NotePayment>().transaction;
    }};

constinit const OrderGuard kDisagrees{"another payment is noted for the attempt",
                                      RefusalCode::AttemptUnknown, [](const Context& context) {
                                        const Attempt* attempt = attempt_said(context);
                                        return attempt != nullptr && !attempt->transaction.empty();
                                      }};

constinit const OrderGuard kAmountIsAnother{
    "the amount is another", RefusalCode::AttemptUnknown, [](const Context& context) {
      const Attempt* attempt = attempt_said(context);
      return attempt != nullptr && attempt->amount != context.said<NotePayment>().amount;
    }};

constinit const OrderGuard kIsPaid{
    "the order is paid", RefusalCode::NotPaid,
    [](const Context& context) { return settled_attempt(context.order) != nullptr; }};

constinit const OrderGuard kNoRefundRuns{
    "no refund runs", RefusalCode::RefundRunning,
    [](const Context& context) { return live_refund(context.order) == nullptr; }};

constinit const OrderGuard kRefundIsNew{
    "the refund is a new one", RefusalCode::IdTaken, [](const Context& context) {
      const std::string& id = context.said<AskRefund>().refund;
      return !id.empty() && !id.starts_with(kRefundByItself) &&
             find_refund(context.order, id) == nullptr;
    }};

constinit const OrderGuard kRefundFitsPayment{"no more is asked than was paid",
                                              RefusalCode::RefundTooMuch, fits_payment};

constinit const OrderGuard kRefundIsInTime{"the channel still refunds", RefusalCode::RefundTooLate,
                                           is_in_time};

constinit const OrderGuard kRefundIsAsked{
    "a refund is asked for", RefusalCode::NoRefundAsked,
    [](const Context& context) { return is_in(live_refund(context.order), Refund::State::Asked); }};

constinit const OrderGuard kLetterIsThere{
    "the letter (退款申请函) is there", RefusalCode::RefundLetterMissing,
    [](const Context& context) {
      const Refund* refund = live_refund(context.order);
      return refund != nullptr && !refund->letter_sha256.empty();
    }};

constinit const OrderGuard kRefundIsKnown{
    "the refund is this order's", RefusalCode::RefundUnknown,
    [](const Context& context) { return refund_said(context) != nullptr; }};

constinit const OrderGuard kRefundIsUnderway{
    "the refund is on its way", RefusalCode::RefundNotSent, [](const Context& context) {
      const Refund* refund = refund_said(context);
      return is_in(refund, Refund::State::Sending) || is_in(refund, Refund::State::Failed);
    }};

constinit const OrderGuard kRefundArrivedBefore{
    "the refund has arrived before", RefusalCode::RefundUnknown,
    [](const Context& context) { return is_in(refund_said(context), Refund::State::Sent); }};

constinit const OrderGuard kRefundArrives{
    "the refund arrives", RefusalCode::RefundNotSent,
    [](const Context& context) { return context.said<NoteRefund>().arrived; }};

constinit const OrderGuard kRefundHasFailed{
    "the refund has failed", RefusalCode::RefundNotFailed,
    [](const Context& context) { return is_in(refund_said(context), Refund::State::Failed); }};

constinit const OrderGuard kInvoiceDataIsComplete{
    "title and e-mail address are given", RefusalCode::InvoiceDataIncomplete,
    [](const Context& context) {
      const InvoiceData& data = context.said<GiveInvoiceData>().data;
      return !data.title.empty() && data.email.find('@') != std::string::npos;
    }};

constinit const OrderGuard kNoInvoiceYet{
    "no invoice was issued", RefusalCode::InvoiceIssued, [](const Context& context) {
      const Order& order = context.order;
      return order.invoice.empty() && !(order.made_at && order.invoice_data);
    }};

constinit const OrderGuard kInvoiceIsDue{"the certificate is made and the data is there",
                                         RefusalCode::InvoiceNotDue, [](const Context& context) {
                                           return context.order.made_at.has_value() &&
                                                  context.order.invoice_data.has_value();
                                         }};

}  // namespace vermilion::workflow::guards
