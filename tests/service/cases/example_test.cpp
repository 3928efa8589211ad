#include "service/cases/example.hpp"

#include "pipeline/checks/catalogue.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::cases {
namespace {

using rules::Case;
using rules::Verdict;

rules::Project fair() {
  return {.id = "fair",
          .slots = {{.id = "letter",
                     .alternatives = {
                         {.id = "page", .rules = {{.id = "strong", .check = "seal_strong"}}}}}}};
}

Case handing_in(std::vector<rules::PlantedDefect> defects, std::vector<std::string> must,
                Verdict verdict) {
  return {.documents = {{.slot = "letter",
                         .sample = {.document = "id_card", .defects = std::move(defects)}}},
          .expected = {.must = std::move(must), .verdict = verdict}};
}

const std::vector<Case> kCases{
    handing_in({{"skew", 6}, {"seal_faded", 0.2}}, {"IMG_SKEW", "SEAL_FAINT"}, Verdict::Refer),
    handing_in({{"seal_faded", 0.2}}, {"SEAL_FAINT"}, Verdict::Refer),
    handing_in({}, {}, Verdict::Accept),
};

Examples examples(std::string_view name, const std::vector<Case>& cases) {
  const std::vector<rules::Project> projects{fair()};
  const auto explanation = rules::explain(name, projects, pipeline::check_descriptions());
  const ProjectCases beside{&projects[0], cases};
  return examples_of(explanation.value(), {&beside, 1});
}

TEST(Examples, PlainestRefusedAndAnAcceptedOfTheSameDocument) {
  for (const char* name : {"SEAL_FAINT", "strong", "page/strong"}) {
    const auto found = examples(name, kCases);
    ASSERT_TRUE(found.refused) << name;
    ASSERT_TRUE(found.accepted) << name;
    EXPECT_EQ(std::get<samples::Recipe>(found.refused->picture).defects.size(), 1u);
    EXPECT_TRUE(std::get<samples::Recipe>(found.accepted->picture).defects.empty());
  }
  EXPECT_EQ(examples("page/strong", kCases).refused->path, "page_strong_refused");
}

TEST(Examples, NoCaseGivesNone) {
  const auto found = examples("SEAL_FAINT", {kCases[2]});
  EXPECT_FALSE(found.refused);
  EXPECT_FALSE(found.accepted);
}

TEST(Examples, PicturesBesideTheProgramAreNamed) {
  const auto shipped = shipped_examples({.codes = {pipeline::FindingCode::SealFaint}});
  EXPECT_EQ(shipped.refused, "business_licence/referred_seal_faded");
  EXPECT_EQ(shipped.accepted, "business_licence/accepted_bw_copy");
  EXPECT_EQ(shipped_examples({.codes = {pipeline::FindingCode::MainLockExists}}).refused, "");
}

}  // namespace
}  // namespace vermilion::service::cases
