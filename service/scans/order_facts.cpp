#include "service/scans/order_facts.hpp"

#include "workflow/messages.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace vermilion::service::scans {
namespace {

using rules::OrderFacts;
using workflow::FillForm;
using workflow::Order;
using workflow::Verification;

// GB 32100: 9 is the registrar of companies. A hospital may be registered with any of the others.
std::optional<std::string> kind_of(std::string_view credit_code) {
  if (!credit_code.starts_with('9')) return std::nullopt;
  return "company";
}

// The third and fourth are the province of the registrar; 10 is the nation's own.
std::optional<std::string> province_of(std::string_view credit_code) {
  if (credit_code.size() < 4) return std::nullopt;
  const std::string province(credit_code.substr(2, 2));
  const auto known = rules::provinces();
  return std::ranges::find(known, province) == known.end() ? std::nullopt : std::optional(province);
}

void set(OrderFacts& facts, std::string_view name, const std::string& value) {
  if (!value.empty()) rules::set_fact(facts, name, value);
}

}  // namespace

OrderFacts facts_of(const Order& order, std::optional<bool> main_key_exists) {
  OrderFacts facts;
  facts.operation = name_of(order.operation);
  facts.organisation_kind = kind_of(order.organisation);
  facts.province = province_of(order.organisation);
  facts.main_key_exists = main_key_exists;
  if (order.verification.state != Verification::State::NotNeeded) {
    facts.legal_person_verified = order.verification.state == Verification::State::Passed;
  }
  set(facts, "credit_code", order.organisation);
  set(facts, "organisation", order.organisation_name);
  set(facts, "variant", order.variant);
  set(facts, "order_number", order.id);
  set(facts, "agent", order.agent.name);
  return facts;
}

std::optional<OrderFacts> printed_facts_of(const Order& order,
                                           std::span<const workflow::Event> history) {
  const workflow::Event* filled = nullptr;
  for (const workflow::Event& event : history) {
    if (std::holds_alternative<FillForm>(event.body)) filled = &event;
  }
  if (filled == nullptr) return std::nullopt;
  const auto& form = std::get<FillForm>(filled->body);
  OrderFacts facts = facts_of(order);
  set(facts, "agent", form.agent.name);
  set(facts, "agent_mobile", form.agent.mobile);
  set(facts, "recipient", form.recipient.person.name);
  set(facts, "recipient_mobile", form.recipient.person.mobile);
  set(facts, "recipient_address", form.recipient.address);
  if (order.chosen) set(facts, "certificate_serial", order.chosen->serial);
  set(facts, "date", workflow::beijing_date_text(filled->at));
  return facts;
}

}  // namespace vermilion::service::scans
