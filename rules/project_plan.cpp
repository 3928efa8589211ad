#include "rules/project_plan.hpp"

#include "rules/dates.hpp"
#include "rules/forms/template.hpp"
#include "rules/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace vermilion::rules {
namespace {

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& values) {
  std::vector<std::string> ids;
  for (const T& value : values) ids.push_back(value.id);
  return ids;
}

tl::unexpected<Error> unknown(std::string_view member, const std::string& value,
                              const std::vector<std::string>& known) {
  const auto meant = nearest(value, known);
  return tl::make_unexpected(
      Error{ErrorKind::BadOrder,
            fmt::format("the project knows no {} \"{}\"; {}", member, value,
                        meant ? fmt::format("did you mean \"{}\"?", *meant)
                              : fmt::format("it knows {}", fmt::join(known, ", ")))});
}

std::vector<std::string> all_variants(const Project& project) {
  std::vector<std::string> ids;
  for (const Operation& operation : project.operations) {
    for (const Variant& variant : operation.variants) ids.push_back(variant.id);
  }
  return ids;
}

void add_checks(const Project& project, const DocumentType& type, const OrderFacts& order,
                pipeline::Plan& plan) {
  for (const Rule& rule : type.rules) {
    if (rule.check.empty() || evaluate(rule.when, order) == Truth::No) continue;
    plan.checks.push_back(
        {.check = rule.check, .rule = rule_name(project, type, rule), .parameters = rule.with});
  }
}

// What the order says and this document is compared with has to be read. Codes have a reader of
// their own, and a text nobody expects is read too badly to compare documents by it.
void add_fields(const Project& project, const Slot& slot, const OrderFacts& order,
                pipeline::Plan& plan) {
  for (const Comparison& comparison : project.comparisons) {
    if (comparison.kind != Comparison::Kind::SameFact || comparison.fact == "credit_code" ||
        std::ranges::find(comparison.in, slot.id) == comparison.in.end() ||
        evaluate(comparison.when, order) == Truth::No) {
      continue;
    }
    const auto text = text_fact(order, comparison.fact);
    if (!text) continue;
    const pipeline::FieldRequest wanted{comparison.fact, std::string(*text)};
    if (std::ranges::find(plan.fields, wanted) == plan.fields.end()) plan.fields.push_back(wanted);
  }
}

// Checks of how long a document is valid need its last day, and this one.
void add_validity(const OrderFacts& order, pipeline::Plan& plan) {
  constexpr std::array<std::string_view, 3> kChecks{"letter_lasts", "licence_in_force",
                                                    "card_in_force"};
  const bool asked = std::ranges::any_of(plan.checks, [&](const pipeline::CheckRequest& request) {
    return std::ranges::find(kChecks, request.check) != kChecks.end();
  });
  const auto date = text_fact(order, "date");
  const auto day = date ? day_in(*date) : std::nullopt;
  if (!asked || !day) return;
  plan.today = std::chrono::sys_days(*day);
  plan.fields.push_back({"valid_until"});
}

// The number of a card is held against the order's, which is told to nobody else.
void add_citizen_id(const OrderFacts& order, pipeline::Plan& plan) {
  const auto asks = std::ranges::find(plan.checks, std::string_view("card_number_valid"),
                                      &pipeline::CheckRequest::check);
  if (asks != plan.checks.end()) plan.expected_citizen_id = order.agent_id;
}

// A seal here is held against those of other documents.
bool compares_seals(const Project& project, const Slot& slot, const OrderFacts& order) {
  return std::ranges::any_of(project.comparisons, [&](const Comparison& comparison) {
    return comparison.kind == Comparison::Kind::DifferentSeal &&
           std::ranges::find(comparison.in, slot.id) != comparison.in.end() &&
           evaluate(comparison.when, order) != Truth::No;
  });
}

}  // namespace

pipeline::Plan plan_of(const Project& project, const Slot& slot, const OrderFacts& order) {
  pipeline::Plan plan;
  plan.max_bytes = 0;
  plan.seal_pictures = compares_seals(project, slot, order);
  add_fields(project, slot, order, plan);
  for (const DocumentType& type : slot.alternatives) {
    plan.max_bytes = std::max(plan.max_bytes, type.files.max_bytes);
    // One of the kinds makes the check look; the judge holds the kind against all of them.
    if (!plan.document && !type.kinds.empty()) plan.document = type.kinds.front();
    if (!plan.form && !type.form.empty()) plan.form = forms::template_of(project, type, order);
    add_checks(project, type, order, plan);
  }
  add_validity(order, plan);
  add_citizen_id(order, plan);
  return plan;
}

std::string rule_name(const Project& project, const DocumentType& type, const Rule& rule) {
  return fmt::format("{}/{}/{}", project.id, type.id, rule.id);
}

Result<void> serves(const Project& project, const OrderFacts& order) {
  const Operation* operation = nullptr;
  if (order.operation) {
    if (std::ranges::count(project.hall_only.operations, *order.operation) > 0) {
      return tl::make_unexpected(
          Error{ErrorKind::BadOrder, fmt::format("\"{}\" is left to the hall", *order.operation)});
    }
    operation = find_operation(project, *order.operation);
    if (operation == nullptr) {
      return unknown("operation", *order.operation, ids_of(project.operations));
    }
  }
  if (order.variant) {
    const auto known = operation != nullptr ? ids_of(operation->variants) : all_variants(project);
    if (std::ranges::find(known, *order.variant) == known.end()) {
      return unknown("variant", *order.variant, known);
    }
  }
  return {};
}

}  // namespace vermilion::rules
