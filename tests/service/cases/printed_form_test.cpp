#include "service/cases/printed_form.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/order_facts.hpp"
#include "service/commands/project_rules.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace vermilion::service::cases {
namespace {

const rules::Project& project() {
  static const auto kProject =
      commands::project_rules(std::filesystem::path(VERMILION_SOURCE_DIR) / "rules",
                              "housing_outside", pipeline::check_descriptions(),
                              rules::Language::English)
          .value();
  return kProject;
}

rules::CaseDocument document(const std::string& slot,
                             std::vector<rules::PlantedDefect> defects = {}) {
  return {slot, "", {.document = "form", .seed = 3, .dpi = 100, .defects = std::move(defects)}};
}

rules::Case a_case(const rules::CaseDocument& handed_in) {
  return completed({.name = "",
                    .span = {},
                    .order = {.organisation = "江西墨舟建设工程有限公司",
                              .operation = "new",
                              .variant = "standard"},
                    .documents = {handed_in}});
}

TEST(CaseForm, OrderSaysAllAFormPrintsAndKeepsWhatTheCaseSays) {
  const rules::Case each = a_case(document("seal_sheet"));
  EXPECT_EQ(each.order.organisation, "江西墨舟建设工程有限公司");
  for (const auto name : rules::order_detail_names()) {
    EXPECT_TRUE(rules::text_fact(each.order, name)) << name;
  }
}

TEST(CaseForm, CaseWithoutAFormStaysAsItIs) {
  rules::Case each{.documents = {{"licence", "", {.document = "id_card"}}}};
  EXPECT_EQ(completed(each).order, rules::OrderFacts{});
}

TEST(CaseForm, EveryFormOfAProjectIsMadeTheSameTwice) {
  for (const rules::Slot& slot : project().slots) {
    if (slot.alternatives.front().form.empty()) continue;
    const auto handed_in = document(slot.id);
    EXPECT_EQ(wrong_with_form(project(), handed_in), "") << slot.id;
    const rules::Case each = a_case(handed_in);
    EXPECT_EQ(form_sample(project(), each, handed_in).bytes,
              form_sample(project(), each, handed_in).bytes);
  }
}

TEST(CaseForm, EveryPrintFaultChangesWhatIsHandedIn) {
  const auto right = document("seal_sheet");
  const auto bytes = form_sample(project(), a_case(right), right).bytes;
  for (const auto fault : print_faults()) {
    const auto wrong = document("seal_sheet", {{std::string(fault), 1}});
    EXPECT_NE(form_sample(project(), a_case(wrong), wrong).bytes, bytes) << fault;
  }
}

TEST(CaseForm, WhatItCannotHaveIsRefused) {
  EXPECT_EQ(wrong_with_form(project(), document("licence")),
            "the slot \"licence\" has no form to print");
  EXPECT_EQ(wrong_with_form(project(), document("seal_sheet", {{"seal_over_code", 1}})),
            "form, seal_over_code: of a form name what begins with form_");
  EXPECT_EQ(wrong_with_form(project(), document("application_form", {{"form_field_blank", 1}})),
            "form, form_field_blank: application_form has nothing of the kind");
  EXPECT_EQ(wrong_with_form(project(), document("seal_sheet", {{"skew", 50}})),
            "form, skew: its strength is 2 to 8 deg, not 50");
}

}  // namespace
}  // namespace vermilion::service::cases
