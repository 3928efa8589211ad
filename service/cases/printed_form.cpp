#include "service/cases/printed_form.hpp"

#include "rules/forms/drawing/print.hpp"
#include "rules/forms/fill.hpp"
#include "rules/forms/payload.hpp"
#include "rules/forms/template.hpp"
#include "samples/defects.hpp"
#include "samples/invented_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace vermilion::service::cases {
namespace {

namespace printed = rules::forms;

constexpr std::string_view kOtherOrder = "form_other_order";
constexpr std::string_view kOtherProject = "form_other_project";
constexpr std::string_view kStale = "form_stale";
constexpr std::string_view kAltered = "form_altered";
constexpr std::string_view kForged = "form_forged";
constexpr std::array<std::string_view, 3> kAlteredNames{"organisation", "agent", "jiangxi_head"};
constexpr std::array kPrintFaults{kOtherOrder, kOtherProject, kStale, kAltered, kForged};

const rules::DocumentType* type_of(const rules::Project& project,
                                   const rules::CaseDocument& document) {
  const rules::Slot* slot = rules::find_slot(project, document.slot);
  if (slot == nullptr) return nullptr;
  const auto type = std::ranges::find_if(slot->alternatives, [&](const rules::DocumentType& each) {
    return !each.form.empty() && (document.alternative.empty() || each.id == document.alternative);
  });
  return type == slot->alternatives.end() ? nullptr : &*type;
}

bool has(const rules::CaseSample& sample, std::string_view defect) {
  return std::ranges::find(sample.defects, defect, &rules::PlantedDefect::id) !=
         sample.defects.end();
}

bool is_print_fault(std::string_view id) {
  return std::ranges::find(kPrintFaults, id) != kPrintFaults.end();
}

std::string wrong_with(const rules::PlantedDefect& planted) {
  if (is_print_fault(planted.id) || samples::form_fault_named(planted.id)) return {};
  const samples::Defect defect = samples::defect_named(planted.id).value();
  const auto& row = samples::describe(defect);
  if (!samples::can_have(defect)) {
    return fmt::format("form, {}: of a form name what begins with form_", planted.id);
  }
  if (planted.strength >= row.mildest && planted.strength <= row.strongest) return {};
  return fmt::format("form, {}: its strength is {} to {} {}, not {}", planted.id, row.mildest,
                     row.strongest, row.unit, planted.strength);
}

rules::OrderFacts completed(rules::OrderFacts order, std::uint64_t seed) {
  for (const auto& [name, value] : samples::invent_order(samples::Random(seed))) {
    if (!rules::text_fact(order, name)) rules::set_fact(order, name, value);
  }
  return order;
}

printed::FilledForm filled(const rules::Project& project, const rules::DocumentType& type,
                           const rules::OrderFacts& order) {
  const auto facts = printed::form_facts(project, order);
  if (!facts) throw std::runtime_error(facts.error().detail);
  auto form = printed::fill(type.form, type.name.zh, *facts);
  if (!form) throw std::runtime_error(form.error().detail);
  return std::move(*form);
}

// The print with what is wrong with it.
struct Print {
  printed::FilledForm form;
  printed::Imprint imprint;
  printed::Key key = form_key();
};

Print print_of(const rules::Project& project, const rules::DocumentType& type,
               const rules::OrderFacts& order, const rules::CaseSample& sample) {
  rules::OrderFacts stranger = completed(rules::OrderFacts{}, sample.seed + 1);
  stranger.operation = order.operation;
  stranger.variant = order.variant;
  Print print{.form = filled(project, type, has(sample, kOtherOrder) ? stranger : order),
              .imprint = {}};
  print.imprint = {
      .order = print.form.order_number,
      .project = has(sample, kOtherProject) ? "another_project" : project.id,
      .document = type.id,
      .generation = static_cast<std::uint8_t>(type.form.generation - (has(sample, kStale) ? 1 : 0)),
      .facts = printed::digest_of(print.form.printed)};
  if (has(sample, kForged)) print.key.secret = std::string(32, 'f');
  if (!has(sample, kAltered)) return print;
  // Somebody wrote another name into the file before printing it.
  for (const printed::Field& field : print.form.form.fields) {
    const bool name = std::ranges::find(kAlteredNames, field.fact) != kAlteredNames.end();
    if (name) print.form.values[field.id] = *rules::text_fact(stranger, field.fact);
  }
  return print;
}

samples::FormRecipe recipe_of(const rules::CaseSample& sample) {
  samples::FormRecipe recipe{.seed = sample.seed};
  for (const rules::PlantedDefect& planted : sample.defects) {
    if (is_print_fault(planted.id)) continue;
    if (const auto fault = samples::form_fault_named(planted.id)) {
      recipe.faults.push_back(*fault);
    } else {
      recipe.defects.push_back({samples::defect_named(planted.id).value(), planted.strength});
    }
  }
  return recipe;
}

}  // namespace

std::span<const std::string_view> print_faults() {
  return kPrintFaults;
}

bool is_form(const rules::CaseDocument& document) {
  return document.sample.document == kForm;
}

rules::Case completed(const rules::Case& each) {
  const auto form = std::ranges::find_if(each.documents, is_form);
  if (form == each.documents.end()) return each;
  rules::Case whole = each;
  whole.order = completed(each.order, form->sample.seed);
  return whole;
}

std::string wrong_with_form(const rules::Project& project, const rules::CaseDocument& document) {
  const rules::DocumentType* type = type_of(project, document);
  if (type == nullptr) return fmt::format("the slot \"{}\" has no form to print", document.slot);
  const auto form = printed::template_of(project, *type, {});
  for (const rules::PlantedDefect& planted : document.sample.defects) {
    if (const auto why = wrong_with(planted); !why.empty()) return why;
    const auto fault = samples::form_fault_named(planted.id);
    if (fault && !samples::can_have(form, *fault)) {
      return fmt::format("form, {}: {} has nothing of the kind", planted.id, type->id);
    }
  }
  return {};
}

samples::FormSample form_sample(const rules::Project& project, const rules::Case& each,
                                const rules::CaseDocument& document) {
  const rules::DocumentType& type = *type_of(project, document);
  const Print print = print_of(project, type, each.order, document.sample);
  const auto payload = printed::encode(print.imprint, print.key);
  if (!payload) throw std::runtime_error(payload.error().detail);
  auto raster = printed::drawing::raster(print.form, *payload, document.sample.dpi);
  if (!raster) throw std::runtime_error(raster.error().detail);
  const samples::PrintedSheet sheet{raster->width, raster->height, std::move(raster->grey),
                                    static_cast<double>(document.sample.dpi)};
  const samples::Signers signers{.organisation = each.order.organisation.value(),
                                 .seal_number = "3699991234567",
                                 .legal_person = each.order.legal_person.value(),
                                 .jiangxi_head = each.order.jiangxi_head.value(),
                                 .agent = each.order.agent.value()};
  return samples::hand_in(sheet, printed::template_of(project, type, each.order), signers,
                          recipe_of(document.sample));
}

const printed::Key& form_key() {
  static const printed::Key kKey{1, std::string(32, 'v')};
  return kKey;
}

}  // namespace vermilion::service::cases
