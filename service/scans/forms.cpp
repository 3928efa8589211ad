#include "service/scans/forms.hpp"

#include "rules/condition.hpp"
#include "rules/forms/drawing/print.hpp"
#include "rules/forms/fill.hpp"
#include "rules/forms/payload.hpp"
#include "rules/forms/template.hpp"
#include "service/scans/blanks.hpp"
#include "service/scans/order_facts.hpp"
#include "service/scans/outcome.hpp"
#include "service/scans/print.hpp"
#include "workflow/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace vermilion::service::scans {
namespace {

namespace printed = rules::forms;
using effects::Carried;
using effects::Outcome;
using rules::DocumentType;
using rules::OrderFacts;
using rules::Project;
using store::database::Transaction;
using workflow::Order;

tl::unexpected<Failure> failed_print(const rules::Error& error) {
  return failed(Fault::Broken, error.detail);
}

// The alternative that is printed; null: the applicant brings the document.
const DocumentType* form_of(const rules::Slot& slot) {
  const auto type = std::ranges::find_if(
      slot.alternatives, [](const DocumentType& each) { return !each.form.empty(); });
  return type == slot.alternatives.end() ? nullptr : &*type;
}

Result<std::shared_ptr<const Project>> project_of(const House& house, const Order& order) {
  auto project = house.rules(order.project, order.terms_digest);
  if (!project) return failed(Fault::Broken, "the rules of the order are not kept");
  return project;
}

Result<printed::FilledForm> filled(const Project& project, const DocumentType& type,
                                   const OrderFacts& order) {
  auto facts = printed::form_facts(project, order);
  if (!facts) return failed_print(facts.error());
  // The part for the legal person is of no use without the code he scans.
  if (!order.details.contains("verification_url")) facts->values.erase("verification");
  leave_open(type.form, *facts);
  auto form = printed::fill(type.form, type.name.zh, *facts);
  if (!form) return failed_print(form.error());
  return *std::move(form);
}

printed::Imprint imprint_of(const Order& order, const Project& project, const DocumentType& type,
                            const printed::FilledForm& form) {
  return {.order = order.id,
          .project = project.id,
          .document = type.id,
          .generation = static_cast<std::uint8_t>(type.form.generation),
          .facts = printed::digest_of(form.printed)};
}

// One form of one order, made once for what stands on it.
class Printing {
 public:
  Printing(House& house, const Order& order, std::string form)
      : house_(house), order_(order), form_(std::move(form)) {}

  Result<std::string> pdf(const Project& project, const DocumentType& type,
                          const OrderFacts& facts) {
    const auto whole = filled(project, type, facts);
    if (!whole) return tl::make_unexpected(whole.error());
    const printed::Imprint imprint = imprint_of(order_, project, type, *whole);
    const auto kept = house_.orders.database().read(
        [&](Transaction& reading) { return find_print(reading, order_.id, form_, imprint.facts); });
    if (!kept) return failed(kept.error());
    if (*kept && (*kept)->generation == order_.generation) return bytes_of((*kept)->form_sha256);
    return made(*whole, imprint);
  }

 private:
  Result<std::string> bytes_of(const std::string& sha256) const {
    auto bytes = house_.blobs.get(*store::blobs::BlobId::parse(sha256));
    if (!bytes) return failed(bytes.error());
    return *std::move(bytes);
  }

  Result<std::string> made(const printed::FilledForm& form, const printed::Imprint& imprint) {
    if (house_.form_keys.empty()) return failed(Fault::Broken, "no key to sign forms with");
    const auto payload = printed::encode(imprint, house_.form_keys.front());
    if (!payload) return failed_print(payload.error());
    auto pdf = printed::drawing::pdf(form, *payload);
    if (!pdf) return failed_print(pdf.error());
    const auto id = house_.blobs.put(*pdf);
    if (!id) return failed(id.error());
    const auto done = house_.orders.database().transact([&](Transaction& writing) {
      note_print(writing, order_.id, form_, imprint.facts, order_.generation, id->text());
    });
    if (!done) return failed(done.error());
    return *std::move(pdf);
  }

  House& house_;
  const Order& order_;
  const std::string form_;
};

Result<OrderFacts> facts_on_forms(const House& house, const Order& order) {
  const auto history = house.orders.history(order.id);
  if (!history) return failed(history.error());
  auto facts = printed_facts_of(order, *history);
  if (!facts) {
    return tl::make_unexpected(
        Failure{.fault = Fault::Refused,
                .refusal = workflow::Refusal{workflow::RefusalCode::FormIncomplete, {}}});
  }
  const auto url = house.verification_url ? house.verification_url(order.id) : std::nullopt;
  if (url) rules::set_fact(*facts, "verification_url", *url);
  return *std::move(facts);
}

// The one that is being asked for, else the last.
const workflow::Refund* refund_of(const Order& order) {
  const workflow::Refund* live = live_refund(order);
  if (live != nullptr || order.refunds.empty()) return live;
  return &order.refunds.back();
}

// The day it was asked for: what became of it later is no reason to write another letter.
Result<workflow::Instant> asked_at(const House& house, const Order& order,
                                   const workflow::Refund& refund) {
  const auto history = house.orders.history(order.id);
  if (!history) return failed(history.error());
  for (const workflow::Event& event : *history) {
    const auto* asked = std::get_if<workflow::AskRefund>(&event.body);
    if (asked != nullptr && asked->refund == refund.id) return event.at;
  }
  return refund.since;
}

Result<OrderFacts> facts_on_letter(const House& house, const Order& order,
                                   const workflow::Refund& refund) {
  const auto asked = asked_at(house, order, refund);
  if (!asked) return tl::make_unexpected(asked.error());
  OrderFacts facts = facts_of(order);
  const auto say = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) rules::set_fact(facts, name, value);
  };
  say("agent_mobile", order.agent.mobile);
  say("refund_reason", refund.reason);
  say("refund_amount", workflow::yuan_text(refund.amount));
  say("refund_email", house.refund_email);
  say("date", workflow::beijing_date_text(*asked));
  return facts;
}

}  // namespace

Result<std::string> form_pdf(House& house, const Order& order, const std::string& slot) {
  const auto project = project_of(house, order);
  if (!project) return tl::make_unexpected(project.error());
  const rules::Slot* found = rules::find_slot(**project, slot);
  const DocumentType* type = found == nullptr ? nullptr : form_of(*found);
  if (type == nullptr) return failed(Fault::NotThere, slot);
  const auto facts = facts_on_forms(house, order);
  if (!facts) return tl::make_unexpected(facts.error());
  return Printing(house, order, slot).pdf(**project, *type, *facts);
}

Result<FilledSlot> filled_slot(House& house, const Order& order, const std::string& slot) {
  const auto project = project_of(house, order);
  if (!project) return tl::make_unexpected(project.error());
  const rules::Slot* found = rules::find_slot(**project, slot);
  const DocumentType* type = found == nullptr ? nullptr : form_of(*found);
  if (type == nullptr) return failed(Fault::NotThere, slot);
  const auto facts = facts_on_forms(house, order);
  if (!facts) return tl::make_unexpected(facts.error());
  auto whole = filled(**project, *type, *facts);
  if (!whole) return tl::make_unexpected(whole.error());
  if (house.form_keys.empty()) return failed(Fault::Broken, "no key to sign forms with");
  auto payload =
      printed::encode(imprint_of(order, **project, *type, *whole), house.form_keys.front());
  if (!payload) return failed_print(payload.error());
  return FilledSlot{std::move(*whole), *std::move(payload),
                    printed::template_of(**project, *type, *facts)};
}

Result<std::string> refund_letter_pdf(House& house, const Order& order) {
  const workflow::Refund* refund = refund_of(order);
  if (refund == nullptr) return failed(Fault::NotThere, "no refund was asked for");
  const auto project = project_of(house, order);
  if (!project) return tl::make_unexpected(project.error());
  const auto type = house.document ? house.document("refund_letter") : nullptr;
  if (!type) return failed(Fault::Broken, "there are no rules for refund letters");
  const auto facts = facts_on_letter(house, order, *refund);
  if (!facts) return tl::make_unexpected(facts.error());
  return Printing(house, order, fmt::format("refund_letter/{}", refund->id))
      .pdf(**project, *type, *facts);
}

Outcome<Carried> make_forms(House& house, const effects::Task& task) {
  const Order& order = task.order;
  if (task.effect.words.at("generation") != fmt::format("{}", order.generation)) return Carried{};
  const auto project = project_of(house, order);
  if (!project) return not_done(project.error());
  const OrderFacts facts = facts_of(order);
  for (const rules::Slot& slot : (*project)->slots) {
    const bool wanted = evaluate(slot.when, facts) != rules::Truth::No;
    if (!wanted || form_of(slot) == nullptr) continue;
    const auto made = form_pdf(house, order, slot.id);
    if (!made) return not_done(made.error());
  }
  return Carried{};
}

Outcome<Carried> make_refund_letter(House& house, const effects::Task& task) {
  const auto made = refund_letter_pdf(house, task.order);
  if (!made) return not_done(made.error());
  return Carried{};
}

}  // namespace vermilion::service::scans
