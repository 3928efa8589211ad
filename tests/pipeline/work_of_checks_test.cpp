#include "pipeline/checks/catalogue.hpp"
#include "tests/pipeline/plans.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <vector>

// What each check costs: the products of the page it makes, and no others.
namespace vermilion::pipeline {
namespace {

using samples::Defect;
using tests::a_sample;
using tests::a_stamped_copy;
using tests::inspected;
using tests::kOfTheImage;
using tests::only;
using tests::Stages;
using tests::stages_of;
using tests::with;

struct Work {
  std::string check;
  Stages stages;  // besides those of the image

  friend std::ostream& operator<<(std::ostream& out, const Work& work) { return out << work.check; }
};

const std::vector<Work>& work_of_checks() {
  static const std::vector<Work> kWork{
      {"page_upright", {}},
      {"page_straight", {}},
      {"page_sharp", {"sharpness"}},
      {"page_bright", {}},
      {"page_resolution", {}},
      {"page_original_size", {"sharpness"}},
      {"page_whole", {"cut edges"}},
      {"page_scanned", {}},
      {"seal_present", {"seals", "seal measures"}},
      {"seal_red", {"seals", "seal measures"}},
      {"seal_strong", {"seals", "seal measures"}},
      {"seal_sharp", {"seals", "seal measures"}},
      {"seal_border_whole", {"seals", "seal measures"}},
      {"seal_not_smeared", {"seals", "seal measures"}},
      {"seal_on_white", {"seals", "seal measures"}},
      {"seal_free_of_specks", {"seals", "seal measures"}},
      {"seal_stamped", {"seals", "seal measures"}},
      {"seal_clear_of_text", {"seals", "seal measures"}},
      {"credit_code_readable", {"qr", "qr region", "credit code"}},
      {"form_code_readable", {"qr", "qr region"}},
      {"document_kind_matches", {}},  // without an expected kind; with one, see below
      // Without a form, a name or a day in the plan these look at nothing.
      {"form_original_size", {}},
      {"boxes_stamped", {}},
      {"seals_in_their_boxes", {}},
      {"seals_inside_boxes", {}},
      {"seals_of_right_shape", {}},
      {"legal_seal_red", {}},
      {"seals_clear_of_key", {}},
      {"signature_by_hand", {}},
      {"signature_level", {}},
      {"signature_width", {}},
      {"fields_as_printed", {}},
      {"fields_filled_in", {}},
      {"boxes_ticked", {}},
      {"seal_number_legible", {}},
      {"seal_names_organisation", {}},
      {"letter_lasts", {}},
      {"licence_in_force", {}},
      {"card_in_force", {}},
      {"card_sides_present", {"cards"}},
      {"card_original_size", {"cards"}},
      {"card_number_valid", {"cards"}},
  };
  return kWork;
}

class WorkOfCheck : public testing::TestWithParam<Work> {};

TEST_P(WorkOfCheck, PlanOfOneMakesItsProductsOnceAndNoOthers) {
  Stages expected = kOfTheImage;
  expected.insert(GetParam().stages.begin(), GetParam().stages.end());
  const Report report = inspected(a_sample(a_stamped_copy()), only(GetParam().check));
  EXPECT_EQ(stages_of(report), expected);
  for (const StageCost& cost : report.costs) EXPECT_EQ(cost.runs, 1) << cost.stage;
}

INSTANTIATE_TEST_SUITE_P(, WorkOfCheck, testing::ValuesIn(work_of_checks()),
                         [](const auto& work) { return work.param.check; });

TEST(WorkOfChecks, TableKnowsEveryCheckOfTheCatalogue) {
  std::vector<std::string> known;
  for (const Work& work : work_of_checks()) known.push_back(work.check);
  std::vector<std::string> all;
  for (const auto& check : check_descriptions()) all.emplace_back(check.id);
  EXPECT_THAT(known, testing::UnorderedElementsAreArray(all));
}

TEST(WorkOfChecks, TitleIsReadOnlyWhereAKindIsExpected) {
  Plan plan = only("document_kind_matches");
  plan.document = "business_licence";
  EXPECT_TRUE(stages_of(inspected(a_sample(a_stamped_copy()), plan)).contains("document kind"));
}

TEST(WorkOfChecks, EmptyPlanLooksAtTheImageOnly) {
  EXPECT_EQ(stages_of(inspected(a_sample(a_stamped_copy()), Plan{})), kOfTheImage);
}

TEST(WorkOfChecks, GreySealsAreLookedForOnlyWhereNoneIsRed) {
  const auto stamped = inspected(a_sample(a_stamped_copy()), only("seal_present"));
  EXPECT_FALSE(stages_of(stamped).contains("grey seals"));
  const auto copied =
      inspected(a_sample(with(a_stamped_copy(), Defect::SealBw)), only("seal_present"));
  EXPECT_TRUE(stages_of(copied).contains("grey seals"));
}

// A sheet that is no longer A4 does not tell its scale; the ring of a seal does.
TEST(WorkOfChecks, SealsAreLookedForToGetTheScaleOfACutSheet) {
  const auto report =
      inspected(a_sample(with(a_stamped_copy(), Defect::Cropped, 30)), only("page_resolution"));
  EXPECT_TRUE(stages_of(report).contains("seals"));
  EXPECT_FALSE(stages_of(report).contains("seal measures"));
  EXPECT_EQ(report.image->dpi_source, ScaleSource::Seal);
}

}  // namespace
}  // namespace vermilion::pipeline
