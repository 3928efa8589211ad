#include "tests/pipeline/plans.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "tests/support/a_sample.hpp"

namespace vermilion::tests {

using pipeline::Plan;
using samples::Copy;
using samples::Defect;
using samples::DocumentKind;
using samples::Recipe;

Plan plan_of(const std::vector<std::string>& checks) {
  Plan plan;
  for (const std::string& check : checks) plan.checks.push_back({.check = check});
  return plan;
}

Plan plan_of_everything() {
  Plan plan;
  for (const auto& check : pipeline::check_descriptions()) {
    plan.checks.push_back({.check = std::string(check.id)});
  }
  plan.document = "business_licence";
  plan.expected_code = "91360000625912173B";
  return plan;
}

std::vector<Recipe> varied_recipes() {
  Recipe colour = a_stamped_copy();
  colour.copy = Copy::Colour;
  Recipe lookalike;
  lookalike.document = DocumentKind::LookalikeMosaic;
  Recipe on_a_screen = a_stamped_copy();
  on_a_screen.frame = samples::Frame::Screenshot;
  Recipe two_on_one = a_stamped_copy();
  two_on_one.composition = samples::Composition::TwoOnOne;
  Recipe unreadable = with(a_stamped_copy(2), Defect::Blur, 0.35);
  unreadable.document = DocumentKind::InstitutionCertificate;
  return {a_stamped_copy(),
          colour,
          lookalike,
          unreadable,
          with(a_stamped_copy(), Defect::Turn180, 180),
          with(a_stamped_copy(), Defect::SealBw),
          with(a_stamped_copy(), Defect::Cropped, 30),
          on_a_screen,
          two_on_one};
}

Stages stages_of(const pipeline::Report& report) {
  Stages stages;
  for (const pipeline::StageCost& cost : report.costs) stages.insert(cost.stage);
  return stages;
}

}  // namespace vermilion::tests
