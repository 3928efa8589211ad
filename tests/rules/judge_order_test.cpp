#include "rules/judge_order.hpp"

#include "pipeline/seal/likeness.hpp"
#include "rules/project_plan.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <set>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using tests::compiled;
using tests::rule_file;

constexpr const char* kPage = R"(document: page
name: {zh: 页, en: page}
checks:
  - {rule: sharp, check: page_sharp}
)";
constexpr const char* kFair = R"(project: fair
name: {zh: 示例, en: Example}
region: {prefix: "36", organisations: inside}
verification: {legal_person: true}
main_key: {one_per_organisation: true}
operations:
  new: {variants: {main: {fee: 1}, sub: {fee: 1}}}
  renew: {documents: none, variants: {any: {fee: 1}}}
documents:
  - {slot: licence, type: page, name: {zh: 执照, en: licence}}
  - {slot: letter, type: page}
  - {slot: sheet, type: page, when: variant == main}
compare:
  - {rule: name, same: organisation, in: [order, licence, letter, sheet], finding: NAME_CHAR}
  - {rule: head, same: jiangxi_head, in: [letter, sheet], finding: JIANGXI_HEAD_MISMATCH}
  - {rule: day, same: date, in: [order, letter, sheet], finding: TPL_ALTERED}
  - {rule: copies, different: image, in: [licence, letter, sheet], finding: DUPLICATE_IMAGE}
)";

const Project& fair() {
  static const Project kProject = compiled(rule_file("fair", kFair), {rule_file("page", kPage)});
  return kProject;
}

SlotReport scan(std::string slot, std::string sha256 = {}) {
  static int number = 0;
  pipeline::Report report{.sha256 = sha256.empty() ? std::to_string(++number) : sha256,
                          .readable = true};
  return {std::move(slot), std::move(report)};
}

SlotReport saying(std::string slot, std::string fact, std::string value) {
  SlotReport report = scan(std::move(slot));
  report.report.facts.fields[fact] = {.value = std::move(value), .box = {1, 2, 3, 4}};
  return report;
}

std::vector<FindingCode> codes(const OrderJudgement& judgement) {
  std::vector<FindingCode> codes;
  for (const auto& found : judgement.findings) codes.push_back(found.finding.code);
  return codes;
}

OrderJudgement judged(const OrderFacts& order, const std::vector<SlotReport>& reports) {
  return judge_order(fair(), order, reports);
}

const OrderFacts kSub{.operation = "new", .variant = "sub"};
const OrderFacts kMain{.operation = "new", .variant = "main"};

TEST(JudgeOrder, DaysAreTheSameHoweverTheyAreWritten) {
  const auto told_of = [](const char* letter, const char* sheet) {
    return codes(judged({}, {saying("letter", "date", letter), saying("sheet", "date", sheet)}));
  };
  EXPECT_THAT(told_of("2026年11月21日", "2026.11.21"), Not(Contains(FindingCode::TplAltered)));
  EXPECT_THAT(told_of("2026年11月22日", "2026.11.21"), Contains(FindingCode::TplAltered));
  EXPECT_THAT(told_of("看不清", "2026.11.21"), Contains(FindingCode::TplAltered));
}

TEST(JudgeOrder, CompleteOrderIsAccepted) {
  const auto all = judged(kMain, {scan("licence"), scan("letter"), scan("sheet")});
  EXPECT_EQ(all.verdict, Verdict::Accept);
  EXPECT_THAT(all.findings, IsEmpty());
  EXPECT_EQ(all.documents.size(), 3u);
}

TEST(JudgeOrder, SlotThatIsSurelyWantedAndEmptyIsTold) {
  const auto order = judged(kMain, {scan("letter")});
  ASSERT_THAT(codes(order), ElementsAre(FindingCode::DocMissing, FindingCode::DocMissing));
  EXPECT_EQ(order.findings[0].finding.words.at("document"), "执照");
  EXPECT_EQ(order.verdict, Verdict::Reject);
  EXPECT_THAT(judged(kSub, {scan("licence"), scan("letter")}).findings, IsEmpty());
  EXPECT_THAT(judged({}, {scan("licence"), scan("letter")}).findings, IsEmpty());
  EXPECT_THAT(judged({.operation = "renew"}, {}).findings, IsEmpty());
}

TEST(JudgeOrder, DocumentsThatDisagreeAreShownSideBySide) {
  const auto order = judged(kMain, {scan("licence"), saying("letter", "jiangxi_head", "李四"),
                                    saying("sheet", "jiangxi_head", "李西")});
  ASSERT_THAT(codes(order), ElementsAre(FindingCode::JiangxiHeadMismatch));
  EXPECT_THAT(order.findings[0].sights,
              ElementsAre(Sight{"letter", "李四", pipeline::Box{1, 2, 3, 4}},
                          Sight{"sheet", "李西", pipeline::Box{1, 2, 3, 4}}));
  EXPECT_EQ(order.findings[0].finding.rule, "fair/head");
  EXPECT_EQ(order.verdict, Verdict::Refer);
}

TEST(JudgeOrder, WhatDiffersFromTheOrderIsToldAtItsDocumentOnce) {
  OrderFacts order = kSub;
  order.organisation = "示例公司";
  const auto all = judged(order, {saying("licence", "organisation", "示例公"),
                                  saying("letter", "organisation", "示例公司")});
  EXPECT_THAT(all.findings, IsEmpty());
  ASSERT_EQ(all.documents[0].findings.size(), 1u);
  EXPECT_EQ(all.documents[0].findings[0].code, FindingCode::NameMissing);
  EXPECT_THAT(all.documents[1].findings, IsEmpty());
}

TEST(JudgeOrder, WithoutTheOrdersWordTheFirstDocumentSetsIt) {
  const auto all = judged(kSub, {saying("letter", "organisation", "示例公司"),
                                 saying("licence", "organisation", "示例公司（江西）")});
  ASSERT_THAT(codes(all), ElementsAre(FindingCode::NameMissing));
  EXPECT_EQ(all.findings[0].sights[0].document, "licence");
}

TEST(JudgeOrder, OneFileInTwoSlotsIsACopyAndTwiceInOneIsNot) {
  const auto copied = judged(kSub, {scan("licence", "aa"), scan("letter", "aa")});
  ASSERT_THAT(codes(copied), ElementsAre(FindingCode::DuplicateImage));
  EXPECT_EQ(copied.findings[0].finding.words.at("document"), "执照");
  EXPECT_THAT(judged(kSub, {scan("licence", "aa"), scan("licence", "aa"), scan("letter")}).findings,
              IsEmpty());
}

struct OrderCase {
  const char* name;
  OrderFacts order;
  std::vector<FindingCode> codes;
};

class OrderAlone : public testing::TestWithParam<OrderCase> {};

TEST_P(OrderAlone, IsHeldAgainstTheProject) {
  EXPECT_EQ(codes(judged(GetParam().order, {scan("licence"), scan("letter"), scan("sheet")})),
            GetParam().codes);
}

INSTANTIATE_TEST_SUITE_P(
    JudgeOrder, OrderAlone,
    testing::Values(
        OrderCase{"OtherRegion",
                  {.credit_code = "91110108551385082Q"},
                  {FindingCode::ProjectRegionMismatch}},
        OrderCase{"OwnRegion", {.credit_code = "91360000625912173B"}, {}},
        OrderCase{"NationalRegistrar", {.credit_code = "911000001000013428"}, {}},
        OrderCase{"SecondMainKey",
                  {.operation = "new", .variant = "main", .main_key_exists = true},
                  {FindingCode::MainLockExists}},
        OrderCase{"SubKeyBesideAMainKey",
                  {.operation = "new", .variant = "sub", .main_key_exists = true},
                  {}},
        OrderCase{"NotVerified", {.legal_person_verified = false}, {FindingCode::VerifyNotDone}},
        OrderCase{"Verified", {.legal_person_verified = true}, {}},
        OrderCase{"IdentityNumber", {.agent_id = "11010519491231002X"}, {}},
        OrderCase{
            "WrongIdentityNumber", {.agent_id = "110105194912310021"}, {FindingCode::IdBadCheck}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(JudgeOrder, OrderOfTheReportsChangesNoFinding) {
  const std::vector<SlotReport> forth{saying("licence", "organisation", "甲"),
                                      saying("letter", "organisation", "乙"),
                                      saying("sheet", "organisation", "丙")};
  const std::vector<SlotReport> back(forth.rbegin(), forth.rend());
  EXPECT_EQ(codes(judged(kMain, forth)), codes(judged(kMain, back)));
  EXPECT_EQ(judged(kMain, forth).verdict, judged(kMain, back).verdict);
}

// No order says that a document is wanted, so none is missing.
Project with_seals_apart(const std::string& more = "") {
  return compiled(
      rule_file(
          "fair",
          "project: fair\nname: {zh: 示例, en: Example}\n"
          "operations: {new: {variants: {main: {fee: 1}}}}\n"
          "documents:\n"
          "  - {slot: licence, type: page, when: variant == main}\n"
          "  - {slot: letter, type: page, when: variant == main}\n"
          "  - {slot: sheet, type: page, when: variant == main}\n"
          "compare:\n"
          "  - {rule: seals, different: seal, in: [licence, letter], finding: DUPLICATE_IMAGE" +
              more + "}\n"),
      {rule_file("page", kPage)});
}

// A scan with a seal of that grain.
SlotReport sealed(std::string slot, int grain) {
  std::array<std::uint8_t, std::size_t{pipeline::seal::kSmallSide} * pipeline::seal::kSmallSide>
      picture{};
  for (std::size_t i = 0; i < picture.size(); ++i) {
    picture[i] =
        static_cast<std::uint8_t>((i * i * 31 + i * static_cast<std::size_t>(grain)) % 251);
  }
  SlotReport report = scan(std::move(slot));
  report.report.facts.seals = {
      {.box = {grain, 2, 3, 4}, .picture = pipeline::seal::written(picture)}};
  return report;
}

TEST(SealsApart, SealThatWasPastedWarnsWithBothPlaces) {
  const std::vector reports{sealed("licence", 7), sealed("letter", 7)};
  const auto judged = judge_order(with_seals_apart(), {}, reports);
  ASSERT_THAT(codes(judged), ElementsAre(FindingCode::DuplicateImage));
  const auto& [finding, sights] = judged.findings.front();
  EXPECT_EQ(finding.level, pipeline::Level::Warn);
  EXPECT_EQ(finding.rule, "fair/seals");
  EXPECT_EQ(finding.value, 1);
  ASSERT_EQ(sights.size(), 2u);
  EXPECT_EQ(sights[0].document, "licence");
  EXPECT_EQ(sights[1].document, "letter");
  EXPECT_EQ(sights[1].box, (pipeline::Box{7, 2, 3, 4}));
}

TEST(SealsApart, AnotherStampingOrASlotThatIsNotComparedIsFine) {
  EXPECT_THAT(
      judge_order(with_seals_apart(), {}, std::vector{sealed("licence", 7), sealed("letter", 90)})
          .findings,
      IsEmpty());
  EXPECT_THAT(
      judge_order(with_seals_apart(), {}, std::vector{sealed("licence", 7), sealed("sheet", 7)})
          .findings,
      IsEmpty());
}

TEST(SealsApart, RuleMaySharpenAndTheSameFileBlocksAnyway) {
  const std::vector reports{sealed("licence", 7), sealed("letter", 7)};
  EXPECT_EQ(judge_order(with_seals_apart(", level: block"), {}, reports).verdict, Verdict::Reject);
  const std::vector same{scan("licence", "same"), scan("letter", "same")};
  EXPECT_EQ(judge_order(with_seals_apart(), {}, same).verdict, Verdict::Reject);
}

TEST(SealsApart, PlanWantsPicturesOfTheSlotsComparedOnly) {
  const Project project = with_seals_apart();
  EXPECT_TRUE(plan_of(project, *find_slot(project, "letter"), {}).seal_pictures);
  EXPECT_FALSE(plan_of(project, *find_slot(project, "sheet"), {}).seal_pictures);
  EXPECT_FALSE(plan_of(fair(), fair().slots.front(), {}).seal_pictures);
}

}  // namespace
}  // namespace vermilion::rules
