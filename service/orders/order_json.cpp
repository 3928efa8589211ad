#include "service/orders/order_json.hpp"

#include "service/orders/words.hpp"
#include "service/review/reasons.hpp"
#include "service/store/record/names.hpp"
#include "workflow/messages.hpp"
#include "workflow/status.hpp"

#include <algorithm>
#include <array>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using store::record::stored_name;
using wf::Language;

Json refusal_json(const wf::Refusal& refusal) {
  return coded(name_of(refusal.code), text_of(refusal, Language::Chinese),
               text_of(refusal, Language::English));
}

Json part_json(const std::optional<wf::Role>& role) {
  return role ? coded(name_of(*role), words_of(*role)) : Json(nullptr);
}

// The end of a claim is no promise: who holds it renews it.
Json waiting_json(const wf::Waiting& waiting) {
  const bool promised = waiting.what != wf::WaitingFor::TheReviewer;
  return {{"what", name_of(waiting.what)},
          {"zh", text_of(waiting, Language::Chinese)},
          {"en", text_of(waiting, Language::English)},
          {"turn", part_json(waiting.turn)},
          {"since", written(waiting.since)},
          {"until", promised ? written_if_any(waiting.until) : Json(nullptr)}};
}

std::string_view name_of(wf::Verification::State state) {
  constexpr std::array<std::string_view, 4> kNames{"not_needed", "pending", "passed", "failed"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(wf::Document::Decision decision) {
  constexpr std::array<std::string_view, 3> kNames{"none", "accepted", "rejected"};
  return kNames[static_cast<std::size_t>(decision)];
}

Json verification_json(const View& view) {
  const wf::Verification& verification = view.order.verification;
  const bool needed = verification.state != wf::Verification::State::NotNeeded;
  const bool happened = verification.at != wf::Instant{};
  return {{"state", name_of(verification.state)},
          {"needed", needed},
          {"at", happened ? Json(written(verification.at)) : Json(nullptr)},
          {"url", text_if_any(view.verification_code)}};
}

// An order keeps codes and sentences; whoever reads it reads what the reviewer read.
Json reasons_json(const wf::Document& document, const rules::Slot* slot) {
  Json reasons = Json::array();
  for (const std::string& code : document.reasons) {
    reasons.push_back(review::reason_of(code, slot).zh);
  }
  return reasons;
}

Json document_json(const std::string& slot, const wf::Document& document, const View& view) {
  const auto verdict = view.verdicts.find(slot);
  const auto uploaded = view.uploaded_at.find(slot);
  return {{"sha256", document.sha256},
          {"uploaded_at",
           written(uploaded == view.uploaded_at.end() ? view.order.begun_at : uploaded->second)},
          {"generation", document.generation},
          {"inspected", document.inspected},
          {"outdated", document.outdated},
          {"verdict", verdict == view.verdicts.end() ? Json(nullptr) : Json(verdict->second)},
          {"blocking", document.blocking},
          {"decision", name_of(document.decision)},
          {"reasons", reasons_json(document, rules::find_slot(view.rules, slot))},
          {"overridden", document.overridden}};
}

Json slot_json(const wf::SlotTerms& terms, const View& view) {
  const rules::Slot* slot = rules::find_slot(view.rules, terms.id);
  const wf::Document* document = wf::find_document(view.order, terms.id);
  return {
      {"id", terms.id},
      {"name", written(rules::LocalText{terms.name_zh, terms.name_en})},
      {"help", written(slot == nullptr ? rules::LocalText{} : help_of(*slot))},
      {"from_template", terms.from_template},
      {"required", true},
      {"document", document == nullptr ? Json(nullptr) : document_json(terms.id, *document, view)}};
}

Json attempt_json(const wf::Attempt& attempt, const View& view) {
  const bool paid = !attempt.transaction.empty();
  const auto code = view.payment_codes.find(attempt.id);
  return {{"id", attempt.id},
          {"channel", wf::name_of(attempt.channel)},
          {"state", stored_name(attempt.state)},
          {"amount_fen", attempt.amount.amount},
          {"opened_at", written(attempt.opened_at)},
          {"paid_fen", attempt.paid.amount},
          {"paid_at", paid ? Json(written(attempt.paid_at)) : Json(nullptr)},
          {"code_url", code == view.payment_codes.end() ? Json(nullptr) : Json(code->second)}};
}

Json refund_json(const wf::Refund& refund) {
  return {{"id", refund.id},
          {"attempt", refund.attempt},
          {"amount_fen", refund.amount.amount},
          {"state", stored_name(refund.state)},
          {"by_itself", refund.by_itself},
          {"reason", refund.reason},
          {"letter_sha256", text_if_any(refund.letter_sha256)},
          {"since", written(refund.since)}};
}

Json call_json(const wf::Call& call, bool for_staff) {
  return {{"at", written(call.at)},
          {"reached", call.reached},
          {"by", for_staff ? Json(call.by) : Json(nullptr)},
          {"note", for_staff ? Json(call.note) : Json(nullptr)}};
}

Json supplement_json(const wf::SealSupplement& supplement) {
  return {{"fault", supplement.fault},
          {"since", written(supplement.since)},
          {"contacted_at", written_if_any(supplement.contacted)},
          {"sent", written_if_any(supplement.sent)},
          {"received", supplement.received}};
}

Json invoice_json(const wf::Order& order) {
  return {{"data", written_if_any(order.invoice_data)},
          {"data_at", written_if_any(order.invoice_data_at)},
          {"number", text_if_any(order.invoice)},
          {"issued_at", written_if_any(order.invoice_at)}};
}

Json question_json(const wf::Approval& approval) {
  return {{"matter", wf::name_of(approval.matter)},
          {"reason", approval.reason},
          {"digest", approval.digest},
          {"asked_by", approval.asked_by.id},
          {"asked_at", written(approval.asked_at)},
          {"confirmed_by", text_if_any(approval.confirmed_by.id)}};
}

template <class List, class Write>
Json listed(const List& list, Write write) {
  Json items = Json::array();
  for (const auto& item : list) items.push_back(write(item));
  return items;
}

// What it is, whose and about what.
void add_head(Json& json, const View& view) {
  const wf::Order& order = view.order;
  const std::string operation(wf::name_of(order.operation));
  json["id"] = order.id;
  json["version"] = order.version;
  json["begun_at"] = written(order.begun_at);
  json["organisation"] = {{"credit_code", order.organisation}, {"name", order.organisation_name}};
  json["project"] = project_json(&view.rules, order.project);
  json["operation"] = operation_json(operation);
  json["variant"] = variant_json(&view.rules, operation, order.variant);
}

// Where it stands.
void add_state(Json& json, const View& view) {
  const wf::Order& order = view.order;
  json["status"] =
      coded(stored_name(wf::status_of(order)), wf::status_text(order, Language::Chinese),
            wf::status_text(order, Language::English));
  json["payment_status"] = coded(stored_name(wf::payment_status_of(order)),
                                 wf::payment_status_text(order, Language::Chinese),
                                 wf::payment_status_text(order, Language::English));
  json["stage"] = coded(wf::name_of(order.stage), words_of(order.stage));
  json["void"] = order.stage == wf::Stage::Void;
  json["void_reason"] = order.void_reason ? Json(stored_name(*order.void_reason)) : Json(nullptr);
  json["wrong_project"] = order.wrong_project;
  json["generation"] = order.generation;
  json["round"] = order.round;
  json["years"] = order.years;
}

// Who takes part, which documents, what comes next.
void add_application(Json& json, const View& view) {
  const wf::Order& order = view.order;
  const bool is_filled = !order.agent.mobile.empty();
  const bool has_recipient = !order.recipient.person.mobile.empty();
  json["agent"] = is_filled ? written(order.agent) : Json(nullptr);
  json["recipient"] = nullptr;
  if (has_recipient) {
    json["recipient"] = {{"person", written(order.recipient.person)},
                         {"address", order.recipient.address}};
  }
  json["delivery"] = stored_name(order.delivery);
  json["verification"] = verification_json(view);
  const wf::VariantTerms* variant = wf::find_variant(view.terms, order.operation, order.variant);
  const std::vector<wf::SlotTerms> none;
  json["slots"] = listed(variant == nullptr ? none : variant->slots,
                         [&](const wf::SlotTerms& slot) { return slot_json(slot, view); });
  json["missing"] = listed(view.missing, refusal_json);
  json["waiting"] = waiting_json(view.waiting);
  json["may"] = listed(view.may, [](wf::CommandKind kind) { return Json(wf::name_of(kind)); });
}

void add_money(Json& json, const View& view) {
  const wf::Order& order = view.order;
  json["fee_fen"] = order.fee ? Json(order.fee->amount) : Json(nullptr);
  json["attempts"] = listed(
      order.attempts, [&](const wf::Attempt& attempt) { return attempt_json(attempt, view); });
  json["refunds"] = listed(order.refunds, refund_json);
}

void add_paper(Json& json, const View& view) {
  const wf::Order& order = view.order;
  const wf::VariantTerms* variant = wf::find_variant(view.terms, order.operation, order.variant);
  json["paper"] = variant == nullptr ? Json::array() : papers_json(*variant, view.rules);
  json["parcel"] = written_if_any(order.parcel);
  json["quarantined"] =
      listed(order.quarantined, [](const wf::Parcel& parcel) { return written(parcel); });
  json["paper_faults"] = listed(order.paper_faults, [](const wf::PaperFault& fault) {
    return Json{{"slot", fault.slot}, {"fault", fault.fault}};
  });
  json["calls"] =
      listed(order.calls, [&](const wf::Call& call) { return call_json(call, view.for_staff); });
}

void add_making(Json& json, const View& view) {
  const wf::Order& order = view.order;
  json["chosen"] = written_if_any(order.chosen);
  json["made"] = written_if_any(order.made);
  json["made_at"] = written_if_any(order.made_at);
  json["supplement"] = order.supplement ? supplement_json(*order.supplement) : Json(nullptr);
  json["dispatched"] = written_if_any(order.dispatched);
  json["collected"] = nullptr;
  if (order.collected) {
    json["collected"] = {{"fetched_by", order.collected->fetched_by},
                         {"signature_sha256", order.collected->signature_sha256}};
  }
  json["invoice"] = invoice_json(order);
}

void add_inside(Json& json, const View& view) {
  const wf::Order& order = view.order;
  json["claim"] = nullptr;
  if (view.for_staff && !order.claim.reviewer.empty()) {
    json["claim"] = {{"reviewer", order.claim.reviewer}, {"until", written(order.claim.until)}};
  }
  json["second_person"] = Json::array();
  for (const auto& [matter, approval] : order.approvals) {
    if (view.for_staff) json["second_person"].push_back(question_json(approval));
  }
  json["replaces"] = text_if_any(order.replaces);
  json["replaced_by"] = text_if_any(order.replaced_by);
}

}  // namespace

rules::LocalText help_of(const rules::Slot& slot) {
  return slot.help.empty() ? slot.alternatives.front().help : slot.help;
}

Json project_json(const rules::Project* rules, const std::string& id) {
  return rules == nullptr ? coded(id, id, id) : coded(id, rules->name);
}

Json operation_json(const std::string& operation) {
  const auto named = store::record::named<wf::Operation>(operation);
  return named ? coded(operation, words_of(*named)) : coded(operation, operation, operation);
}

Json variant_json(const rules::Project* rules, const std::string& operation,
                  const std::string& variant) {
  const auto* offered = rules == nullptr ? nullptr : rules::find_operation(*rules, operation);
  const auto* found = offered == nullptr ? nullptr : rules::find_variant(*offered, variant);
  return found == nullptr ? coded(variant, variant, variant) : coded(variant, found->name);
}

Json papers_json(const wf::VariantTerms& variant, const rules::Project& rules) {
  return listed(variant.paper, [&](const wf::PaperTerms& paper) {
    const auto item = std::ranges::find(rules.paper, paper.slot, &rules::PaperItem::slot);
    const wf::SlotTerms* slot = wf::find_slot(variant, paper.slot);
    const rules::LocalText name = slot == nullptr ? rules::LocalText{paper.slot, paper.slot}
                                                  : rules::LocalText{slot->name_zh, slot->name_en};
    return Json{{"slot", paper.slot},
                {"name", written(name)},
                {"original", paper.original},
                {"note", written(item == rules.paper.end() ? rules::LocalText{} : item->note)}};
  });
}

Json order_json(const View& view) {
  Json json;
  add_head(json, view);
  add_state(json, view);
  add_application(json, view);
  add_money(json, view);
  add_paper(json, view);
  add_making(json, view);
  add_inside(json, view);
  return json;
}

}  // namespace vermilion::service::orders
