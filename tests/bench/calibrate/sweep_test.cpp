#include "bench/calibrate/sweep.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace vermilion::calibrate {
namespace {

const Threshold& row(std::string_view parameter) {
  return *std::ranges::find(thresholds(), parameter, &Threshold::parameter);
}

pipeline::Finding a_finding(std::string rule, pipeline::Level level = pipeline::Level::Warn) {
  auto finding = pipeline::finding(pipeline::FindingCode::ImgSkew);
  finding.rule = std::move(rule);
  finding.level = level;
  return finding;
}

TEST(Sweep, AsksForItsCheckAtEachValueUnderARuleOfItsOwn) {
  const Sweep sweep(row("skew_max_deg"));
  const auto plan = plan_of(sweep);
  ASSERT_EQ(plan.checks.size(), sweep.values().size());
  std::set<std::string> rules;
  for (std::size_t i = 0; i < plan.checks.size(); ++i) {
    EXPECT_EQ(plan.checks[i].check, "page_straight");
    EXPECT_EQ(plan.checks[i].parameters.at("skew_max_deg"), sweep.values()[i]);
    rules.insert(plan.checks[i].rule);
  }
  EXPECT_EQ(rules.size(), plan.checks.size());
}

TEST(Sweep, TheValueInUseIsAmongThem) {
  for (const Sweep& sweep : sweeps()) {
    EXPECT_NE(std::ranges::find(sweep.values(), parameter_of(sweep.threshold()).fallback),
              sweep.values().end())
        << sweep.threshold().parameter;
  }
}

TEST(Sweep, FindingsAreCountedAtTheValueWhoseRuleTheyQuote) {
  const Sweep sweep(row("skew_max_deg"));
  const auto plan = plan_of(sweep);
  pipeline::Report report;
  report.findings = {a_finding(plan.checks[3].rule), a_finding(plan.checks[17].rule),
                     a_finding("page_straight.other/5"), a_finding("")};
  const auto flagged = sweep.flagged(report);
  EXPECT_EQ(std::ranges::count(flagged, true), 2);
  EXPECT_TRUE(flagged[3]);
  EXPECT_TRUE(flagged[17]);
}

TEST(Sweep, WarningsAreNotCountedForAThresholdThatBlocks) {
  const Sweep sweep(row("edge_spread_block_mm"));
  const auto plan = plan_of(sweep);
  pipeline::Report report;
  report.findings = {a_finding(plan.checks[1].rule, pipeline::Level::Warn),
                     a_finding(plan.checks[2].rule, pipeline::Level::Block)};
  const auto flagged = sweep.flagged(report);
  EXPECT_FALSE(flagged[1]);
  EXPECT_TRUE(flagged[2]);
}

}  // namespace
}  // namespace vermilion::calibrate
