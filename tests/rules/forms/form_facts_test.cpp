#include "rules/forms/form_facts.hpp"

#include "tests/rules/forms/an_order.hpp"
#include "tests/rules/rule_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vermilion::rules::forms {
namespace {

Project project(const std::string& id) {
  for (const auto& file : tests::shipped_rules().projects) {
    if (file.id == id) return tests::compiled(file, tests::shipped_rules().documents);
  }
  ADD_FAILURE() << id;
  return {};
}

TEST(FormFacts, HaveTheOrderItsDetailsAndWhatFollows) {
  const auto facts = form_facts(project("yingtan_sunshine"), tests::an_order());
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->values.at("agent"), "苏砚青");
  EXPECT_EQ(facts->values.at("agent_mobile"), "13800000002");
  EXPECT_EQ(facts->values.at("operation_name"), "新制");
  EXPECT_EQ(facts->values.at("variant_name"), "主锁（含电子签章）");
  EXPECT_EQ(facts->values.at("date_zh"), "2026年11月21日");
  EXPECT_TRUE(facts->values.contains("verification"));
  for (const auto& [name, value] : facts->values) {
    EXPECT_NE(std::ranges::find(form_fact_names(), name), form_fact_names().end()) << name;
  }
}

TEST(FormFacts, ProjectWithoutVerificationHasNone) {
  const Project housing = project("housing_inside");
  EXPECT_FALSE(form_facts(housing, tests::an_order_for(housing))->values.contains("verification"));
}

TEST(FormFacts, PaperIsWhatTheOrderHasToMail) {
  const Project yingtan = project("yingtan_sunshine");
  OrderFacts order = tests::an_order();
  const auto main = form_facts(yingtan, order)->rows.at("paper");
  order.variant = "sub";
  const auto sub = form_facts(yingtan, order)->rows.at("paper");
  ASSERT_EQ(main.size(), 5u);
  EXPECT_EQ(sub.size(), 4u);  // a sub key has no seal
  EXPECT_EQ(main[1].at("document"), "电子营业执照或营业执照副本复印件");
  EXPECT_EQ(main[4].at("number"), "5");
}

TEST(FormFacts, DateMustBeOneOfTheCalendar) {
  const Project yingtan = project("yingtan_sunshine");
  for (const char* date : {"", "2026-2-3", "2026-02-30", "20261121", "2026-13-01", "2026/11/21"}) {
    OrderFacts order = tests::an_order();
    order.details["date"] = date;
    const auto facts = form_facts(yingtan, order);
    ASSERT_FALSE(facts) << date;
    EXPECT_NE(facts.error().detail.find("\"date\""), std::string::npos);
  }
}

}  // namespace
}  // namespace vermilion::rules::forms
