#include "rules/cases.hpp"

#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kCases = R"(project: fair
cases:
  - name: 印模太淡
    slot: sheet
    alternative: seal_sheet
    order: {operation: new, credit_code: 91360000625912173B, main_key_exists: false}
    sample: {document: seal_sheet, seed: 4294967295, copy: colour, dpi: 150, defects: [{seal_faded: 0.25}, {skew: 3}]}
    must: [SEAL_FAINT, sheet_strong]
    must_not: [SEAL_NONE]
    todo: [IMG_SKEW]
    verdict: refer
  - name: 两份
    documents:
      - {slot: card, sample: {document: id_card}}
      - {slot: sheet, sample: {document: seal_sheet}}
    must: []
  - name: 只有订单
    verdict: reject
)";

std::vector<Case> cases() {
  return cases_of(tests::rule_file("fair.test", kCases).tree);
}

TEST(Cases, DocumentIsDrawnAsItSays) {
  const Case each = cases().at(0);
  EXPECT_FALSE(each.whole_order);
  ASSERT_THAT(each.documents, SizeIs(1));
  EXPECT_EQ(each.documents[0].slot, "sheet");
  EXPECT_EQ(each.documents[0].alternative, "seal_sheet");
  const CaseSample& sample = each.documents[0].sample;
  EXPECT_EQ(sample.document, "seal_sheet");
  EXPECT_EQ(sample.seed, 4294967295u);
  EXPECT_TRUE(sample.in_colour);
  EXPECT_EQ(sample.dpi, 150);
  ASSERT_THAT(sample.defects, SizeIs(2));
  EXPECT_EQ(sample.defects[0].id, "seal_faded");
  EXPECT_EQ(sample.defects[0].strength, 0.25);
}

TEST(Cases, OrderIsThatOfTheCaseAndWhatItLeavesOutIsUnknown) {
  const OrderFacts order = cases().at(0).order;
  EXPECT_EQ(order, (OrderFacts{.credit_code = "91360000625912173B",
                               .operation = "new",
                               .main_key_exists = false}));
}

TEST(Cases, ExpectationIsThatOfTheCase) {
  const Expectation expected = cases().at(0).expected;
  EXPECT_THAT(expected.must, ElementsAre("SEAL_FAINT", "sheet_strong"));
  EXPECT_THAT(expected.must_not, ElementsAre("SEAL_NONE"));
  EXPECT_THAT(expected.todo, ElementsAre("IMG_SKEW"));
  EXPECT_EQ(expected.verdict, Verdict::Refer);
  EXPECT_FALSE(cases().at(1).expected.verdict);
}

TEST(Cases, SampleWithoutFurtherWordsIsABlackAndWhiteCopyAt200Dpi) {
  const Case each = cases().at(1);
  EXPECT_TRUE(each.whole_order);
  ASSERT_THAT(each.documents, SizeIs(2));
  EXPECT_EQ(each.documents[1].slot, "sheet");
  EXPECT_FALSE(each.documents[0].sample.in_colour);
  EXPECT_EQ(each.documents[0].sample.seed, 1u);
  EXPECT_EQ(each.documents[0].sample.dpi, 200);
}

TEST(Cases, CaseWithoutDocumentsIsAboutTheOrder) {
  const Case each = cases().at(2);
  EXPECT_TRUE(each.whole_order);
  EXPECT_THAT(each.documents, IsEmpty());
}

TEST(Cases, NameIsFoundAgainInTheFile) {
  const std::string text = kCases;
  const Case each = cases().at(1);
  EXPECT_EQ(text.substr(each.span.begin, each.span.end - each.span.begin), each.name);
}

}  // namespace
}  // namespace vermilion::rules
