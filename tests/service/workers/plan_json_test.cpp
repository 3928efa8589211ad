#include "service/workers/plan_json.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/general.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::workers {
namespace {

using pipeline::CheckRequest;
using pipeline::Plan;

void expect_same(const CheckRequest& one, const CheckRequest& other) {
  // Names every member: a new one does not compile until it travels, too.
  const auto& [check, rule, parameters, levels] = one;
  EXPECT_EQ(check, other.check);
  EXPECT_EQ(rule, other.rule);
  EXPECT_EQ(parameters, other.parameters);
  EXPECT_EQ(levels, other.levels);
}

void expect_to_arrive(const Plan& plan) {
  const Plan arrived = plan_of(nlohmann::json::parse(plan_json(plan).dump()));
  const auto& [max_bytes, checks, document, expected_code, expected_citizen_id, fields, form,
               seal_pictures, today] = plan;
  EXPECT_EQ(max_bytes, arrived.max_bytes);
  EXPECT_EQ(document, arrived.document);
  EXPECT_EQ(expected_code, arrived.expected_code);
  EXPECT_EQ(expected_citizen_id, arrived.expected_citizen_id);
  EXPECT_EQ(fields, arrived.fields);
  EXPECT_EQ(form, arrived.form);
  EXPECT_EQ(today, arrived.today);
  EXPECT_EQ(seal_pictures, arrived.seal_pictures);
  ASSERT_EQ(checks.size(), arrived.checks.size());
  for (std::size_t i = 0; i < checks.size(); ++i) expect_same(checks[i], arrived.checks[i]);
}

TEST(PlanJson, EveryGeneralPlanArrivesAsItIs) {
  for (const auto& document : rules::general_documents()) {
    const auto plan = rules::general_plan_for(document.id, pipeline::check_descriptions());
    ASSERT_TRUE(plan);
    expect_to_arrive(*plan);
  }
}

TEST(PlanJson, NumbersArriveToTheLastBit) {
  expect_to_arrive(
      {.max_bytes = 33'554'432,
       .checks = {{.check = "seal_strong",
                   .rule = "somewhere/licence/seal",
                   .parameters = {{"a", 0.1}, {"b", 1.0 / 3}, {"c", 1e-300}},
                   .levels = {{pipeline::FindingCode::SealFaint, pipeline::Level::Note},
                              {pipeline::FindingCode::DocKindUnknown, pipeline::Level::Block}}}},
       .document = "营业执照",
       .expected_code = "91360000625912173B",
       .expected_citizen_id = "11010519491231002X",
       .fields = {{"organisation", "某某公司"}, {"legal_person"}},
       .form = std::nullopt,
       .seal_pictures = true,
       .today = std::chrono::sys_days(std::chrono::days(20'778))});
}

TEST(PlanJson, ThatWasNotWrittenHereIsRefused) {
  for (const auto* text :
       {"{}", "[]", R"({"max_bytes": "many", "seal_pictures": false, "checks": []})",
        R"({"max_bytes": 1, "seal_pictures": false, "checks": [{}]})"}) {
    EXPECT_THROW((void)plan_of(nlohmann::json::parse(text)), nlohmann::json::exception) << text;
  }
}

}  // namespace
}  // namespace vermilion::service::workers
