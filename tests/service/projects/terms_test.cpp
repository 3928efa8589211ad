#include "service/projects/terms.hpp"

#include "tests/service/projects/shipped_rules.hpp"
#include "tests/workflow/example_terms.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vermilion::tests {
namespace {

using namespace workflow;
using testing::ElementsAre;
using testing::IsEmpty;

const service::projects::RuleSet& shipped() {
  static const auto kShipped = read(shipped_files());
  return kShipped;
}

const ProjectTerms& terms(const std::string& project) {
  return *shipped().projects.at(project).terms;
}

std::vector<std::string> slots_of(const VariantTerms& variant) {
  std::vector<std::string> slots;
  for (const SlotTerms& slot : variant.slots) slots.push_back(slot.id);
  return slots;
}

// What the stories of workflow/ go by is what the rules say, but for what its one project is given
// besides so that every story can be told: an eligibility question, an agreement, a reissue, fees
// that no document names. Documents have shorter names in stories.
void expect_same(const VariantTerms& read, const VariantTerms& example) {
  EXPECT_EQ(read.id, example.id);
  EXPECT_EQ(read.per_year, example.per_year) << read.id;
  EXPECT_EQ(read.main_key, example.main_key) << read.id;
  EXPECT_EQ(read.seal, example.seal) << read.id;
  EXPECT_EQ(slots_of(read), slots_of(example)) << read.id;
  for (std::size_t i = 0; i < read.slots.size(); ++i) {
    EXPECT_EQ(read.slots[i].from_template, example.slots[i].from_template) << read.slots[i].id;
    EXPECT_FALSE(read.slots[i].name_zh.empty() || read.slots[i].name_en.empty());
  }
  ASSERT_EQ(read.paper.size(), example.paper.size()) << read.id;
  for (std::size_t i = 0; i < read.paper.size(); ++i) {
    EXPECT_EQ(read.paper[i].slot, example.paper[i].slot);
    EXPECT_EQ(read.paper[i].original, example.paper[i].original) << read.paper[i].slot;
  }
}

TEST(Terms, OfTheExampleAreThoseOfItsRules) {
  const ProjectTerms example = example_terms();
  const ProjectTerms& read = terms(example.id);
  EXPECT_EQ(read.name_zh, example.name_zh);
  EXPECT_EQ(read.name_en, example.name_en);
  EXPECT_EQ(read.hall_phone, example.hall_phone);
  EXPECT_EQ(read.draft, example.draft);
  EXPECT_EQ(read.scope_acknowledged, example.scope_acknowledged);
  EXPECT_EQ(read.verification, example.verification);
  EXPECT_EQ(read.verified_before_upload, example.verified_before_upload);
  EXPECT_EQ(read.one_main_key, example.one_main_key);
  EXPECT_EQ(read.channels, example.channels);
  EXPECT_EQ(read.refund_days, example.refund_days);
  for (const auto* variant : {"main", "sub"}) {
    const auto* of_rules = find_variant(read, Operation::New, variant);
    const auto* of_example = find_variant(example, Operation::New, variant);
    ASSERT_TRUE(of_rules && of_example) << variant;
    expect_same(*of_rules, *of_example);
    EXPECT_EQ(of_rules->fee, of_example->fee);
  }
  const auto* of_rules = find_variant(read, Operation::Renew, "organisation");
  ASSERT_NE(of_rules, nullptr);
  expect_same(*of_rules, *find_variant(example, Operation::Renew, "organisation"));
  const auto window = find_operation(read, Operation::Renew)->window;
  ASSERT_TRUE(window);
  EXPECT_EQ(window->before_days, RenewalWindow{}.before_days);
  EXPECT_EQ(window->after_days, RenewalWindow{}.after_days);
}

TEST(Terms, SayWhatTheMatrixOfProjectsSays) {
  struct Row {
    const char* project;
    Operation operation;
    const char* variant;
    std::optional<Fen> fee;
    bool verification;
    const char* agreement;
    std::size_t slots;
    int making;
    bool main_key;
  };
  for (const Row& row : {
           Row{"jiangxi_public_resources", Operation::New, "main", Fen{22000}, true, "", 5, 3,
               true},
           Row{"jiangxi_public_resources", Operation::New, "sub", Fen{19000}, true, "", 4, 3,
               false},
           Row{"jiangxi_construction_group", Operation::Reissue, "with_seal", Fen{13000}, true, "1",
               5, 2, false},
           Row{"jiangxi_construction_group", Operation::Reissue, "without_seal", std::nullopt, true,
               "1", 4, 2, false},
           Row{"housing_inside", Operation::New, "standard", Fen{22000}, false, "1", 5, 2, false},
           Row{"housing_outside", Operation::New, "standard", Fen{22000}, false, "1", 6, 2, false},
           Row{"yingtan_sunshine", Operation::New, "main", Fen{22000}, true, "", 5, 2, true},
           Row{"yingtan_sunshine", Operation::New, "sub", Fen{19000}, true, "", 4, 2, false},
           Row{"yingtan_sunshine", Operation::Renew, "individual", std::nullopt, true, "", 0, 2,
               false},
       }) {
    SCOPED_TRACE(std::string(row.project) + " " + row.variant);
    const ProjectTerms& read = terms(row.project);
    const VariantTerms* variant = find_variant(read, row.operation, row.variant);
    ASSERT_NE(variant, nullptr);
    EXPECT_EQ(variant->fee, row.fee);
    EXPECT_EQ(read.verification, row.verification);
    EXPECT_EQ(read.agreement, row.agreement);
    EXPECT_EQ(variant->slots.size(), row.slots);
    EXPECT_EQ(variant->paper.size(), row.slots);
    EXPECT_EQ(read.sla.making, row.making);
    EXPECT_EQ(variant->main_key, row.main_key);
  }
}

TEST(Terms, OfDraftsSaySo) {
  std::vector<std::string> drafts;
  for (const auto& [id, project] : shipped().projects) {
    EXPECT_EQ(project.terms->id, id);
    EXPECT_EQ(project.terms->digest, project.rules->digest);
    if (project.terms->draft) drafts.push_back(id);
  }
  EXPECT_THAT(drafts,
              ElementsAre("fuzhou_real_estate", "jiangxi_drug_administration",
                          "medical_procurement", "nanchang_housing_fund", "science_technology"));
}

TEST(Terms, AskForMakingAlarmsNoLaterThanTheMakingIsDue) {
  EXPECT_EQ(terms("jiangxi_public_resources").sla.making_alarm, 2);
  EXPECT_EQ(terms("yingtan_sunshine").sla.making_alarm, 2);
}

TEST(Terms, ConditionsOnMoreThanOperationAndVariantCountAsMet) {
  const auto files = changed(shipped_files(), "projects/housing_inside.yaml",
                             "  - slot: id_card\n    type: id_card\n",
                             "  - slot: id_card\n    type: id_card\n"
                             "    when: organisation_kind == company\n");
  const auto rules = read(files);
  const VariantTerms* variant =
      find_variant(*rules.projects.at("housing_inside").terms, Operation::New, "standard");
  EXPECT_THAT(slots_of(*variant), testing::Contains("id_card"));
}

TEST(Terms, OfAnAgreementCarryItsVersion) {
  const auto files =
      changed(shipped_files(), "projects/housing_inside.yaml", "  source: S3/4.4\n# Unlike",
              "  version: 2026-2\n  source: S3/4.4\n# Unlike");
  EXPECT_EQ(read(files).projects.at("housing_inside").terms->agreement, "2026-2");
}

}  // namespace
}  // namespace vermilion::tests
