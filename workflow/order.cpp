#include "workflow/order.hpp"

#include "workflow/subject.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::workflow {
namespace {

template <class List, class Holds>
auto find_if(const List& list, Holds holds) -> decltype(list.data()) {
  const auto found = std::ranges::find_if(list, holds);
  return found == list.end() ? nullptr : &*found;
}

void documents(std::string& text, const Order& order) {
  for (const auto& [slot, document] : order.documents) {
    add_line(text, slot, document.sha256);
    for (const std::string& code : document.blocking) add_line(text, "finding", code);
  }
}

void certificate(std::string& text, const Order& order) {
  if (!order.chosen) return;
  add_line(text, "revokes", order.chosen->serial);
  add_line(text, "in key", order.chosen->key_id);
}

void refund(std::string& text, const Order& order) {
  const Refund* asked = live_refund(order);
  if (asked == nullptr) return;
  add_line(text, "refund", asked->id);
  add_line(text, "fen", fmt::format("{}", asked->amount.amount));
  add_line(text, "reason", asked->reason);
  add_line(text, "letter", asked->letter_sha256);
}

}  // namespace

const Attempt* find_attempt(const Order& order, std::string_view id) {
  return find_if(order.attempts, [&](const Attempt& attempt) { return attempt.id == id; });
}

const Attempt* settled_attempt(const Order& order) {
  return find_if(order.attempts,
                 [](const Attempt& attempt) { return attempt.state == Attempt::State::Settled; });
}

const Refund* find_refund(const Order& order, std::string_view id) {
  return find_if(order.refunds, [&](const Refund& refund) { return refund.id == id; });
}

const Refund* live_refund(const Order& order) {
  return find_if(order.refunds, [](const Refund& refund) {
    return !refund.by_itself && refund.state != Refund::State::Refused &&
           refund.state != Refund::State::Withdrawn;
  });
}

const Document* find_document(const Order& order, std::string_view slot) {
  const auto found = order.documents.find(std::string(slot));
  return found == order.documents.end() ? nullptr : &found->second;
}

Fen refunded(const Order& order, std::string_view attempt) {
  Fen sum;
  for (const Refund& refund : order.refunds) {
    if (refund.attempt == attempt && takes_money(refund.state)) sum = sum + refund.amount;
  }
  return sum;
}

bool may_be_replaced(const Order& order, std::string_view slot) {
  const Document* document = find_document(order, slot);
  return document == nullptr || document->decision != Document::Decision::Accepted ||
         document->stands_in_the_way();
}

std::string subject_of(const Order& order, Matter matter) {
  std::string text;
  add_line(text, "matter", name_of(matter));
  add_line(text, "order", order.id);
  add_line(text, "organisation", order.organisation);
  add_line(text, "name", order.organisation_name);
  add_line(text, "project", order.project);
  add_line(text, "variant", order.variant);
  if (matter == Matter::OverrideFinding) documents(text, order);
  if (matter == Matter::RevokeByReissue) {
    certificate(text, order);
    documents(text, order);
  }
  if (matter == Matter::RefundAfterMaking) refund(text, order);
  return text;
}

}  // namespace vermilion::workflow
