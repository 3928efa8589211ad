#include "pipeline/form/registration.hpp"

#include "pipeline/inspect.hpp"
#include "tests/rules/forms/an_order.hpp"
#include "tests/rules/forms/printed_forms.hpp"
#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace vermilion::pipeline::form {
namespace {

using samples::Defect;
using samples::FormFault;
using samples::FormRecipe;

const tests::PrintedForm& sheet() {
  static const auto kForm = tests::printed_form("yingtan_sunshine", "seal_sheet");
  return kForm;
}

Report inspected(const samples::FormSample& sample, const Template& form) {
  Plan plan = tests::only("form_original_size");
  plan.form = form;
  return tests::inspector().inspect(sample.bytes, "form." + sample.extension, plan);
}

struct Way {
  std::string name;
  FormRecipe recipe;
  int marks_min = 4;

  friend std::ostream& operator<<(std::ostream& out, const Way& way) { return out << way.name; }
};

class Registered : public testing::TestWithParam<Way> {};

TEST_P(Registered, LiesWhereItIs) {
  const auto sample = tests::handed_in(sheet(), GetParam().recipe);
  const Report report = inspected(sample, sheet().form);
  ASSERT_TRUE(report.facts.form);
  ASSERT_TRUE(report.facts.form->placement);
  EXPECT_EQ(report.image->rotation_deg, sample.turn_deg);
  EXPECT_LT(tests::error_mm(sample, report.facts.form->placement->page_from_mm), 0.5);
  EXPECT_LT(report.facts.form->placement->residual_mm, 0.2);
  EXPECT_GE(report.facts.form->placement->marks, GetParam().marks_min);
}

INSTANTIATE_TEST_SUITE_P(
    , Registered,
    testing::Values(Way{"clean", {.seed = 1}},
                    Way{"skewed", {.seed = 2, .defects = {{Defect::Skew, 6}}}, 2},
                    Way{"turned_90", {.seed = 3, .defects = {{Defect::Turn90, 90}}}},
                    Way{"turned_180", {.seed = 4, .defects = {{Defect::Turn180, 180}}}},
                    Way{"turned_270", {.seed = 5, .defects = {{Defect::Turn270, 270}}}},
                    Way{"photographed", {.seed = 6, .defects = {{Defect::Photo, 0.06}}}},
                    Way{"cut", {.seed = 7, .defects = {{Defect::Cropped, 16}}}, 2},
                    Way{"stamped_over", {.seed = 8, .faults = {FormFault::SealOverKey}}},
                    Way{"reduced", {.seed = 9, .faults = {FormFault::Reduced}}},
                    Way{"enlarged", {.seed = 10, .faults = {FormFault::Enlarged}}, 2}),
    [](const auto& way) { return way.param.name; });

TEST(Registration, FormWithAnotherLayoutIsNotPlaced) {
  const auto letter = tests::printed_form("yingtan_sunshine", "application_form");
  const Report report = inspected(tests::handed_in(letter, {.seed = 11}), sheet().form);
  EXPECT_FALSE(report.facts.form);
}

TEST(Registration, MarksAndLinesPlaceAFormWhoseCodeCannotBeRead) {
  const auto unread = tests::printed_form("yingtan_sunshine", "seal_sheet", "another code");
  const auto sample = tests::handed_in(unread, {.seed = 12});
  const Report report = inspected(sample, unread.form);
  ASSERT_TRUE(report.facts.form);
  EXPECT_LT(tests::error_mm(sample, report.facts.form->placement->page_from_mm), 0.5);
}

TEST(Registration, PageThatIsNoFormIsNotPlaced) {
  const auto& sample =
      tests::a_sample(tests::a_stamped_copy_of(samples::DocumentKind::BusinessLicence2014));
  Plan plan = tests::only("form_original_size");
  plan.form = sheet().form;
  const Report report = tests::inspector().inspect(sample.bytes, "scan.jpg", plan);
  EXPECT_FALSE(report.facts.form);
}

TEST(Registration, WithoutATemplateNothingIsLookedFor) {
  const auto sample = tests::handed_in(sheet(), {.seed = 13});
  const Report report =
      tests::inspector().inspect(sample.bytes, "form.jpg", tests::only("form_original_size"));
  EXPECT_FALSE(report.facts.form);
  EXPECT_FALSE(report.measurements.contains("form_original_size"));
}

TEST(Registration, StraightenedBoxShowsThePrintUpright) {
  Placement placement;
  // A sheet upside down, two pixels a millimetre.
  placement.page_from_mm = {-2, 0, 419, 0, -2, 593, 0, 0, 1};
  cv::Mat1b page(594, 420, std::uint8_t{255});
  page(box_on_page(placement, {20, 30, 10, 5})) = 0;
  const cv::Mat flat = straightened(page, placement, {10, 20, 40, 40}, 4);
  EXPECT_EQ(flat.size(), cv::Size(160, 160));
  EXPECT_EQ(flat.at<std::uint8_t>(50, 60), 0);
  EXPECT_EQ(flat.at<std::uint8_t>(20, 60), 255);
  EXPECT_EQ(flat.at<std::uint8_t>(50, 100), 255);
}

}  // namespace
}  // namespace vermilion::pipeline::form
