#include "pipeline/checks/catalogue.hpp"
#include "pipeline/decide.hpp"
#include "rules/forms/drawing/facsimiles.hpp"
#include "samples/random.hpp"
#include "tests/pipeline/plans.hpp"
#include "tests/rules/forms/printed_forms.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

#include <set>
#include <string>
#include <vector>

// What checks measure is all that deciding takes.
namespace vermilion::pipeline {
namespace {

using samples::Defect;
using samples::Recipe;
using tests::a_sample;
using tests::a_stamped_copy;
using tests::inspected;
using tests::only;
using tests::plan_of;
using tests::plan_of_everything;
using tests::varied_recipes;
using tests::with;

// What deciding by the measurements of this report comes to under a plan.
std::vector<Finding> decided(const Report& report, const Plan& plan) {
  std::vector<Finding> findings;
  for (const CheckRequest& request : plan.checks) {
    const auto measured = report.measurements.find(request.check);
    if (measured == report.measurements.end()) continue;
    const auto& description = checks::find(request.check)->description;
    for (Finding& found : decide(description, measured->second, request)) {
      findings.push_back(std::move(found));
    }
  }
  return findings;
}

// The same plan with every threshold anywhere between its bounds.
Plan with_other_thresholds(Plan plan, samples::Random random) {
  for (CheckRequest& request : plan.checks) {
    for (const auto& parameter : checks::find(request.check)->description.parameters) {
      request.parameters[std::string(parameter.name)] =
          random.uniform(parameter.min, parameter.max);
    }
  }
  return plan;
}

TEST(Measurements, DecidedUnderOtherThresholdsGiveWhatAnotherInspectionFinds) {
  const Plan plan = plan_of_everything();
  std::size_t changed = 0;
  for (const Recipe& recipe : varied_recipes()) {
    const Report report = inspected(a_sample(recipe), plan);
    EXPECT_EQ(decided(report, plan), report.findings);
    for (const std::uint64_t seed : {1, 2, 3}) {
      const Plan other = with_other_thresholds(plan, samples::Random(seed));
      const Report again = inspected(a_sample(recipe), other);
      EXPECT_EQ(decided(report, other), again.findings);
      EXPECT_EQ(report.measurements, again.measurements);
      changed += again.findings == report.findings ? 0 : 1;
    }
  }
  EXPECT_GT(changed, varied_recipes().size());
}

// The checks that saw something, each the values it decides by.
std::set<std::string> checks_that_measured(const Report& report) {
  std::set<std::string> measured_checks;
  for (const auto& [id, measurements] : report.measurements) {
    const auto& description = checks::find(id)->description;
    for (const Measurement& measured : measurements) {
      measured_checks.insert(id);
      std::set<std::string_view> values;
      for (const auto& [name, value] : measured.values) {
        // As many as the number of a seal has digits, the score of each.
        if (!name.starts_with("digit_0") && !name.starts_with("digit_1")) values.insert(name);
      }
      EXPECT_EQ(values, std::set<std::string_view>(description.measures.begin(),
                                                   description.measures.end()))
          << id;
      EXPECT_NE(std::ranges::find(description.finds, measured.code), description.finds.end()) << id;
    }
  }
  return measured_checks;
}

struct HandedIn {
  const char* project;
  const char* document;
  std::vector<samples::FormFault> faults;
};

TEST(Measurements, HoldTheValuesTheirCheckDecidesByAndNoOthers) {
  const std::vector<HandedIn> kForms{
      {"housing_inside", "application_form", {}},
      {"housing_inside", "authorisation_letter", {}},
      {"yingtan_sunshine", "seal_sheet", {}},
      {"yingtan_sunshine", "seal_sheet", {samples::FormFault::SignatureVertical}}};
  Plan plan = plan_of_everything();
  plan.today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 21);
  plan.fields = {{"organisation", "某某有限公司"}};
  std::vector<Report> reports;
  for (const Recipe& recipe : varied_recipes()) {
    reports.push_back(inspected(a_sample(recipe), plan));
  }
  reports.push_back(inspected(
      a_sample(tests::at_dpi(200, tests::a_stamped_copy_of(samples::DocumentKind::IdCard, 423))),
      plan));
  for (const auto& [project, document, faults] : kForms) {
    const auto form = tests::printed_form(project, document);
    plan.form = form.form;
    ASSERT_TRUE(rules::forms::drawing::add_facsimiles(plan));
    const auto scan = tests::handed_in(form, {.seed = 1, .faults = faults});
    reports.push_back(tests::inspector().inspect(scan.bytes, "form.jpg", plan));
  }
  std::set<std::string> measured_checks;
  for (const Report& report : reports) {
    measured_checks.merge(checks_that_measured(report));
  }
  std::set<std::string> silent;
  for (const auto& check : check_descriptions()) {
    if (!measured_checks.contains(std::string(check.id))) silent.emplace(check.id);
  }
  // No form of ours has a square to tick by hand, and neither licence nor letter names a last day.
  EXPECT_THAT(silent, testing::ElementsAre("boxes_ticked", "letter_lasts", "licence_in_force"));
}

TEST(Measurements, TwoRulesOfOneCheckDecideByOneLook) {
  Plan plan = plan_of({"page_straight", "page_straight"});
  plan.checks.front().parameters = {{"skew_max_deg", 1}};
  const auto report = inspected(a_sample(with(a_stamped_copy(), Defect::Skew, 2)), plan);
  EXPECT_EQ(tests::codes(report), "IMG_SKEW");
  EXPECT_EQ(report.measurements.at("page_straight").size(), 1u);
}

TEST(Measurements, OfWhatNobodyAskedForAreAbsent) {
  const auto report = inspected(a_sample(a_stamped_copy()), only("seal_present"));
  EXPECT_EQ(report.measurements.size(), 1u);
  EXPECT_EQ(
      inspected(a_sample(a_stamped_copy()), only("document_kind_matches")).measurements.size(), 0u);
}

}  // namespace
}  // namespace vermilion::pipeline
