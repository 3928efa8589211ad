#include "service/projects/terms.hpp"

#include "rules/condition.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service::projects {
namespace {

using rules::Truth;
namespace wf = workflow;

template <class Enum, std::size_t N>
std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (wf::name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

constexpr std::size_t kOperations = static_cast<std::size_t>(wf::Operation::Cancel) + 1;
constexpr std::size_t kChannels = static_cast<std::size_t>(wf::Channel::BankTransfer) + 1;

// All that is known of an order before anybody has begun it.
rules::OrderFacts facts_of(const rules::Operation& operation, const rules::Variant& variant) {
  rules::OrderFacts facts;
  facts.operation = operation.id;
  facts.variant = variant.id;
  return facts;
}

bool is_wanted(const rules::Condition& when, const rules::OrderFacts& facts) {
  return evaluate(when, facts) != Truth::No;
}

// Of a slot without a name of its own any of its documents will do.
rules::LocalText name_of(const rules::Slot& slot) {
  if (!slot.name.empty()) return slot.name;
  std::vector<std::string> zh;
  std::vector<std::string> en;
  for (const rules::DocumentType& type : slot.alternatives) {
    zh.push_back(type.name.zh);
    en.push_back(type.name.in(rules::Language::English));
  }
  return {fmt::format("{}", fmt::join(zh, "或")), fmt::format("{}", fmt::join(en, " or "))};
}

wf::SlotTerms terms_of(const rules::Slot& slot) {
  const rules::LocalText name = name_of(slot);
  const bool from_template = std::ranges::any_of(
      slot.alternatives, [](const rules::DocumentType& type) { return !type.form.empty(); });
  return {slot.id, name.zh, name.en, from_template};
}

void add_documents(const rules::Project& project, const rules::OrderFacts& facts,
                   wf::VariantTerms& terms) {
  for (const rules::Slot& slot : project.slots) {
    if (is_wanted(slot.when, facts)) terms.slots.push_back(terms_of(slot));
  }
  for (const rules::PaperItem& item : project.paper) {
    const rules::Slot* slot = rules::find_slot(project, item.slot);
    const bool wanted =
        is_wanted(item.when, facts) && (slot == nullptr || is_wanted(slot->when, facts));
    if (wanted) terms.paper.push_back({item.slot, item.original});
  }
}

wf::VariantTerms terms_of(const rules::Project& project, const rules::Operation& operation,
                          const rules::Variant& variant) {
  wf::VariantTerms terms;
  terms.id = variant.id;
  if (variant.fee_fen) terms.fee = wf::Fen{*variant.fee_fen};
  terms.per_year = variant.fee_per == "year";
  terms.main_key = project.main_key.one_per_organisation && variant.seal;
  terms.seal = variant.seal;
  if (!operation.without_documents) {
    add_documents(project, facts_of(operation, variant), terms);
  }
  return terms;
}

wf::OperationTerms terms_of(const rules::Project& project, const rules::Operation& operation,
                            wf::Operation what) {
  wf::OperationTerms terms;
  terms.operation = what;
  if (operation.window) {
    terms.window = wf::RenewalWindow{operation.window->before_days, operation.window->after_days};
  }
  for (const rules::Variant& variant : operation.variants) {
    terms.variants.push_back(terms_of(project, operation, variant));
  }
  return terms;
}

wf::SlaTerms terms_of(const rules::Sla& sla) {
  wf::SlaTerms terms;
  terms.making = sla.making;
  terms.making_alarm = sla.making_alarm == 0 ? sla.making : sla.making_alarm;
  if (sla.invoice != 0) terms.invoice = sla.invoice;
  if (sla.invoice_late != 0) terms.invoice_late = sla.invoice_late;
  return terms;
}

std::vector<wf::Channel> channels_of(const rules::Payment& payment) {
  std::vector<wf::Channel> channels;
  for (const std::string& method : payment.methods) {
    const auto channel = named<wf::Channel, kChannels>(method);
    if (channel) channels.push_back(*channel);
  }
  return channels;
}

}  // namespace

wf::ProjectTerms terms_of(const rules::Project& project) {
  wf::ProjectTerms terms;
  terms.id = project.id;
  terms.digest = project.digest;
  terms.name_zh = project.name.zh;
  terms.name_en = project.name.en;
  terms.hall_phone = project.hall_only.phone;
  terms.draft = project.draft;
  terms.asks_eligibility = !project.eligibility.empty();
  terms.scope_acknowledged = !project.scope.empty();
  if (project.agreement) terms.agreement = project.agreement->version;
  terms.verification = project.verification.legal_person;
  terms.verified_before_upload = project.verification.legal_person;
  terms.one_main_key = project.main_key.one_per_organisation;
  terms.channels = channels_of(project.payment);
  terms.sla = terms_of(project.sla);
  for (const rules::Operation& operation : project.operations) {
    const auto what = named<wf::Operation, kOperations>(operation.id);
    if (what) terms.operations.push_back(terms_of(project, operation, *what));
  }
  return terms;
}

}  // namespace vermilion::service::projects
