#include "tests/rules/forms/an_order.hpp"

#include "rules/forms/form_facts.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {

using namespace rules;

OrderFacts an_order() {
  OrderFacts order{.credit_code = "91369999128467558J",
                   .organisation = "江西墨舟建设工程有限公司",
                   .operation = "new",
                   .variant = "main",
                   .order_number = "20261121093000017",
                   .legal_person = "顾怀瑾",
                   .agent = "苏砚青",
                   .agent_id = "360000199001010000",
                   .jiangxi_head = "秦照夜"};
  for (const auto name : order_detail_names()) order.details[std::string(name)] = "甲乙丙丁";
  order.details["date"] = "2026-11-21";
  order.details["agent_mobile"] = "13800000002";
  order.details["verification_url"] = "https://ca.example.org/v/20261121093000017";
  order.details["refund_email"] = "refund@example.org";
  return order;
}

OrderFacts an_order_for(const Project& project) {
  OrderFacts order = an_order();
  order.operation = project.operations.front().id;
  order.variant = project.operations.front().variants.front().id;
  return order;
}

forms::Key a_key(std::uint8_t id, char seed) {
  return {id, std::string(32, seed)};
}

forms::FilledForm filled(const Project& project, const DocumentType& type,
                         const OrderFacts& order) {
  const auto facts = forms::form_facts(project, order);
  if (!facts) {
    ADD_FAILURE() << facts.error().detail;
    return {};
  }
  auto form = forms::fill(type.form, type.name.zh, *facts);
  if (form) return std::move(*form);
  ADD_FAILURE() << project.id << "/" << type.id << ": " << form.error().detail;
  return {};
}

std::string payload_of(const Project& project, const DocumentType& type,
                       const forms::FilledForm& form) {
  const auto payload = forms::encode({.order = form.order_number,
                                      .project = project.id,
                                      .document = type.id,
                                      .generation = static_cast<std::uint8_t>(form.form.generation),
                                      .facts = forms::digest_of(form.printed)},
                                     a_key());
  return payload.value_or("");
}

}  // namespace vermilion::tests
