#include "service/audit/order_state.hpp"

#include <array>
#include <string>
#include <string_view>

namespace vermilion::service::audit {
namespace {

using nlohmann::json;
using namespace workflow;

std::int64_t seconds(Instant at) {
  return at.time_since_epoch().count();
}

template <class Enum, std::size_t N>
std::string_view named(Enum value, const std::array<std::string_view, N>& names) {
  return names[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 3> kDecisions{"none", "accepted", "rejected"};
constexpr std::array<std::string_view, 4> kVerifications{"not_needed", "pending", "passed",
                                                         "failed"};
constexpr std::array<std::string_view, 5> kAttempts{"open", "closed", "settled", "surplus", "held"};
constexpr std::array<std::string_view, 6> kRefunds{"asked",  "sending", "sent",
                                                   "failed", "refused", "withdrawn"};

json state_of(const Person& person) {
  return {{"name", person.name}, {"mobile", person.mobile}};
}

json state_of(const Certificate& certificate) {
  return {{"serial", certificate.serial},
          {"key_id", certificate.key_id},
          {"valid_until", seconds(certificate.valid_until)},
          {"main_key", certificate.main_key}};
}

json state_of(const Parcel& parcel) {
  return {{"carrier", parcel.carrier}, {"number", parcel.number}};
}

json state_of(const Document& document) {
  return {{"sha256", document.sha256},
          {"generation", document.generation},
          {"inspected", document.inspected},
          {"outdated", document.outdated},
          {"blocking", document.blocking},
          {"overridden", document.overridden},
          {"decision", named(document.decision, kDecisions)},
          {"reasons", document.reasons}};
}

json state_of(const Approval& approval) {
  return {{"digest", approval.digest},
          {"asked_by", approval.asked_by.id},
          {"reason", approval.reason},
          {"confirmed_by", approval.confirmed_by.id}};
}

json state_of(const Attempt& attempt) {
  return {{"channel", name_of(attempt.channel)},
          {"state", named(attempt.state, kAttempts)},
          {"amount_fen", attempt.amount.amount},
          {"paid_fen", attempt.paid.amount},
          {"transaction", attempt.transaction}};
}

json state_of(const Refund& refund) {
  return {{"attempt", refund.attempt},
          {"state", named(refund.state, kRefunds)},
          {"amount_fen", refund.amount.amount},
          {"reason", refund.reason},
          {"letter_sha256", refund.letter_sha256},
          {"tries", refund.tries}};
}

json state_of(const SealSupplement& supplement) {
  json state{{"fault", supplement.fault}, {"received", supplement.received}};
  if (supplement.contacted) state["contacted"] = seconds(*supplement.contacted);
  if (supplement.sent) state["sent"] = state_of(*supplement.sent);
  return state;
}

template <class T>
void add(json& state, const char* name, const std::optional<T>& value) {
  if (value) state[name] = state_of(*value);
}
void add(json& state, const char* name, const std::optional<Instant>& at) {
  if (at) state[name] = seconds(*at);
}

void add_review(const Order& order, json& state) {
  state["round"] = order.round;
  state["wrong_project"] = order.wrong_project;
  if (!order.claim.reviewer.empty()) {
    state["claim"] = {{"reviewer", order.claim.reviewer}, {"until", seconds(order.claim.until)}};
  }
  for (const auto& [slot, document] : order.documents) {
    state["documents"][slot] = state_of(document);
  }
  for (const auto& [matter, approval] : order.approvals) {
    state["approvals"][std::string(name_of(matter))] = state_of(approval);
  }
}

void add_money(const Order& order, json& state) {
  if (order.fee) state["fee_fen"] = order.fee->amount;
  for (const Attempt& attempt : order.attempts) state["attempts"][attempt.id] = state_of(attempt);
  for (const Refund& refund : order.refunds) state["refunds"][refund.id] = state_of(refund);
  if (order.invoice_data) {
    state["invoice_data"] = {{"title", order.invoice_data->title},
                             {"tax_id", order.invoice_data->tax_id},
                             {"email", order.invoice_data->email}};
  }
  state["invoice"] = order.invoice;
}

void add_paper(const Order& order, json& state) {
  add(state, "parcel", order.parcel);
  for (const Parcel& parcel : order.quarantined) state["quarantined"].push_back(state_of(parcel));
  for (const PaperFault& fault : order.paper_faults) {
    state["paper_faults"].push_back({{"slot", fault.slot}, {"fault", fault.fault}});
  }
  for (const Call& call : order.calls) {
    state["calls"].push_back({{"at", seconds(call.at)},
                              {"by", call.by},
                              {"reached", call.reached},
                              {"note", call.note}});
  }
  add(state, "paper_right_at", order.paper_right_at);
}

void add_making(const Order& order, json& state) {
  add(state, "chosen", order.chosen);
  state["makings"] = order.makings;
  add(state, "made", order.made);
  add(state, "made_at", order.made_at);
  state["chosen_revoked"] = order.chosen_revoked;
  add(state, "supplement", order.supplement);
  add(state, "dispatched", order.dispatched);
  if (order.collected) {
    state["collected"] = {{"fetched_by", order.collected->fetched_by},
                          {"signature_sha256", order.collected->signature_sha256}};
  }
}

}  // namespace

json state_of(const Order& order) {
  json state{{"stage", name_of(order.stage)},
             {"organisation", order.organisation},
             {"organisation_name", order.organisation_name},
             {"project", order.project},
             {"operation", name_of(order.operation)},
             {"variant", order.variant},
             {"agreement", order.agreement},
             {"replaces", order.replaces},
             {"replaced_by", order.replaced_by},
             {"terms_digest", order.terms_digest},
             {"agent", state_of(order.agent)},
             {"recipient",
              {{"person", state_of(order.recipient.person)}, {"address", order.recipient.address}}},
             {"delivery", order.delivery == Delivery::Courier ? "courier" : "collection"},
             {"generation", order.generation},
             {"verification",
              {{"state", named(order.verification.state, kVerifications)},
               {"channel", order.verification.channel},
               {"reference", order.verification.reference}}},
             {"reserves_main_key", order.reserves_main_key},
             {"years", order.years}};
  add_review(order, state);
  add_money(order, state);
  add_paper(order, state);
  add_making(order, state);
  return state;
}

}  // namespace vermilion::service::audit
