#include "rules/general.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using pipeline::CheckDescription;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// A catalogue as the pipeline hands it over: some checks look at any scan, some only on demand.
constexpr std::array kChecks{
    CheckDescription{.id = "page_sharp", .general = true},
    CheckDescription{.id = "seal_present", .general = true},
    CheckDescription{.id = "credit_code_readable", .general = true},
    CheckDescription{.id = "document_kind_matches", .general = false},
    CheckDescription{.id = "form_is_current", .general = false},
};

std::vector<std::string> ids(const pipeline::Plan& plan) {
  std::vector<std::string> ids;
  for (const auto& request : plan.checks) ids.push_back(request.check);
  return ids;
}

TEST(GeneralPlan, HoldsTheGeneralChecksInTheirOrder) {
  const pipeline::Plan plan = general_plan(kChecks);
  EXPECT_THAT(ids(plan), ElementsAre("page_sharp", "seal_present", "credit_code_readable"));
  EXPECT_EQ(plan.document, std::nullopt);
  EXPECT_EQ(plan.max_bytes, pipeline::limits::kFileBytes);
}

TEST(GeneralPlan, EveryCheckKeepsItsFallbacks) {
  for (const auto& request : general_plan(kChecks).checks) {
    EXPECT_THAT(request.parameters, IsEmpty());
    EXPECT_THAT(request.levels, IsEmpty());
    EXPECT_THAT(request.rule, IsEmpty());
  }
}

TEST(GeneralPlanFor, ExpectsTheKindOfTheDocument) {
  for (const auto& document : general_documents()) {
    const auto plan = general_plan_for(document.id, kChecks);
    ASSERT_TRUE(plan) << document.id;
    EXPECT_EQ(plan->document, document.id);
    EXPECT_THAT(ids(*plan), Contains("document_kind_matches").Times(1));
    EXPECT_THAT(ids(*plan), Contains("page_sharp"));
  }
}

TEST(GeneralPlanFor, AsksForACreditCodeOnlyWhereThereIsOne) {
  for (const auto& document : general_documents()) {
    const auto plan = general_plan_for(document.id, kChecks);
    ASSERT_TRUE(plan);
    const bool asked = std::ranges::count(ids(*plan), "credit_code_readable") == 1;
    EXPECT_EQ(asked, document.carries_credit_code) << document.id;
  }
}

TEST(GeneralPlanFor, AsksForNoSealOnAnElectronicLicence) {
  const auto plan = general_plan_for("electronic_licence", kChecks);
  ASSERT_TRUE(plan);
  EXPECT_THAT(ids(*plan), Not(Contains(StartsWith("seal_"))));
}

TEST(GeneralPlanFor, UnknownDocumentIsRefusedWithThoseThereAre) {
  const auto plan = general_plan_for("business_license", kChecks);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().kind, ErrorKind::UnknownDocument);
  EXPECT_THAT(plan.error().detail, testing::HasSubstr("\"business_license\""));
  for (const auto& document : general_documents()) {
    EXPECT_THAT(plan.error().detail, testing::HasSubstr(std::string(document.id)));
  }
}

TEST(GeneralDocuments, IdsAreUniqueAndEveryOneHasAName) {
  std::set<std::string_view> ids;
  for (const auto& document : general_documents()) {
    EXPECT_TRUE(ids.insert(document.id).second) << document.id;
    EXPECT_FALSE(document.name_zh.empty()) << document.id;
  }
}

}  // namespace
}  // namespace vermilion::rules
