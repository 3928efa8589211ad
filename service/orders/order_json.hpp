#pragma once

#include "rules/project.hpp"
#include "service/orders/json.hpp"
#include "workflow/command.hpp"
#include "workflow/order.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/waiting.hpp"

#include <map>
#include <string>
#include <vector>

// An order as it is shown.
namespace vermilion::service::orders {

// What an order's answer is made of besides the order.
struct View {
  const workflow::Order& order;
  const rules::Project& rules;  // those it goes by
  const workflow::ProjectTerms& terms;
  workflow::Waiting waiting;
  std::vector<workflow::Refusal> missing;
  std::vector<workflow::CommandKind> may;
  std::map<std::string, workflow::Instant> uploaded_at;  // by slot
  std::map<std::string, std::string> verdicts;           // by slot
  std::map<std::string, std::string> payment_codes;      // by attempt
  std::string verification_code;
  bool for_staff = false;  // who called, who reviews, who asked
};

[[nodiscard]] Json order_json(const View& view);

// {"code", "zh", "en"} of what an order is about, in the words of the rules; the code alone where
// they have none.
[[nodiscard]] Json project_json(const rules::Project* rules, const std::string& id);
[[nodiscard]] Json variant_json(const rules::Project* rules, const std::string& operation,
                                const std::string& variant);
[[nodiscard]] Json operation_json(const std::string& operation);

// The papers of a variant, with the words of the rules.
[[nodiscard]] Json papers_json(const workflow::VariantTerms& variant, const rules::Project& rules);

// What is shown where a slot has no words of its own.
[[nodiscard]] rules::LocalText help_of(const rules::Slot& slot);

}  // namespace vermilion::service::orders
