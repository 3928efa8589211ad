#include "rules/judge_document.hpp"

#include "rules/messages.hpp"
#include "rules/project_plan.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;
using pipeline::Level;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::compiled;
using tests::rule_file;

// Written here and nowhere else: a project needs no line of C++.
constexpr const char* kPaper = R"(document: paper_licence
name: {zh: 复印件, en: Copy}
kinds: [business_licence, institution_certificate]
signed: [{by: organisation, with: [seal]}]
files: {formats: [jpeg, png], max_bytes: 1000}
checks:
  - {rule: kind, check: document_kind_matches}
  - {rule: sharp, check: page_sharp, with: {edge_spread_warn_mm: 0.3}, level: note}
  - {rule: sealed, check: seal_present, applicant: {zh: 请盖公章。, en: Stamp it.}}
  - {rule: straight, check: page_straight, mode: log}
  - {rule: red, check: seal_red, when: variant == main}
  - {rule: duplicate, review: {zh: 副本, en: duplicate}}
)";
constexpr const char* kElectronic = R"(document: electronic
name: {zh: 电子执照, en: Electronic}
kinds: [electronic_licence, business_licence]
files: {max_bytes: 2000}
checks:
  - {rule: kind, check: document_kind_matches}
  - {rule: sharp, check: page_sharp}
)";
constexpr const char* kFair = R"(project: fair
name: {zh: 示例, en: Example}
operations:
  new: {variants: {main: {fee: 1}, sub: {fee: 1}}}
hall_only: {operations: [cancel], phone: "1"}
documents:
  - {slot: copy, type: paper_licence}
  - {slot: licence, any_of: [{type: electronic}, {type: paper_licence}]}
compare:
  - {rule: code, same: credit_code, in: [order, copy], finding: USCC_NOT_EQUAL_ACCOUNT}
  - {rule: name, same: organisation, in: [order, copy], finding: NAME_CHAR, level: block}
  - {rule: person, same: legal_person, in: [order, copy], finding: LEGAL_NAME_MISMATCH}
)";

const Project& fair() {
  static const Project kProject =
      compiled(rule_file("fair", kFair),
               {rule_file("paper_licence", kPaper), rule_file("electronic", kElectronic)});
  return kProject;
}

const Slot& slot(const char* id) {
  return *find_slot(fair(), id);
}

pipeline::Report readable(std::vector<Finding> findings = {}) {
  pipeline::Report report{.bytes = 900, .readable = true, .image = pipeline::ImageFact{}};
  report.findings = std::move(findings);
  return report;
}

Finding by(FindingCode code, std::string rule) {
  Finding finding = pipeline::finding(code);
  finding.rule = std::move(rule);
  return finding;
}

pipeline::Report titled(std::string kind, std::vector<Finding> findings = {}) {
  auto report = readable(std::move(findings));
  report.facts.document = {.kind = kind, .title = kind};
  return report;
}

std::vector<FindingCode> codes(const std::vector<Finding>& findings) {
  std::vector<FindingCode> codes;
  for (const auto& finding : findings) codes.push_back(finding.code);
  return codes;
}

TEST(ProjectPlan, HoldsTheChecksOfTheSlotWithTheirParametersAndRules) {
  const auto plan = plan_of(fair(), slot("copy"), {.variant = "sub"});
  std::vector<std::string> rules;
  for (const auto& request : plan.checks) rules.push_back(request.rule + " " + request.check);
  EXPECT_THAT(rules, ElementsAre("fair/paper_licence/kind document_kind_matches",
                                 "fair/paper_licence/sharp page_sharp",
                                 "fair/paper_licence/sealed seal_present",
                                 "fair/paper_licence/straight page_straight"));
  EXPECT_EQ(plan.checks[1].parameters.at("edge_spread_warn_mm"), 0.3);
  EXPECT_EQ(plan.document, "business_licence");
  EXPECT_EQ(plan.max_bytes, 1000u);
}

TEST(ProjectPlan, RuleOfAVariantIsAskedForUnlessAnotherIsOrdered) {
  EXPECT_EQ(plan_of(fair(), slot("copy"), {.variant = "main"}).checks.size(), 5u);
  EXPECT_EQ(plan_of(fair(), slot("copy"), {}).checks.size(), 5u);
}

TEST(ProjectPlan, AlternativesAreLookedForAtOnce) {
  const auto plan = plan_of(fair(), slot("licence"), {});
  EXPECT_EQ(plan.checks.size(), 7u);
  EXPECT_EQ(plan.max_bytes, 2000u);
}

TEST(Serves, OrderTheProjectCannotServeIsRefusedWithTheNearest) {
  EXPECT_TRUE(serves(fair(), {}));
  EXPECT_TRUE(serves(fair(), {.operation = "new", .variant = "main"}));
  EXPECT_THAT(serves(fair(), {.operation = "nwe"}).error().detail,
              testing::HasSubstr("did you mean \"new\"?"));
  EXPECT_THAT(serves(fair(), {.variant = "mian"}).error().detail,
              testing::HasSubstr("did you mean \"main\"?"));
  EXPECT_THAT(serves(fair(), {.operation = "cancel"}).error().detail, testing::HasSubstr("hall"));
}

TEST(JudgeDocument, SaysByWhichRules) {
  const auto judged = judge_document(fair(), slot("copy"), readable(), {});
  EXPECT_EQ(judged.verdict, Verdict::Accept);
  EXPECT_EQ(judged.rules, (RuleSet{"fair", "copy", "paper_licence", fair().digest}));
}

TEST(JudgeDocument, RuleSetsLevelAndWords) {
  const auto judged =
      judge_document(fair(), slot("copy"),
                     readable({by(FindingCode::ImgBlur, "fair/paper_licence/sharp"),
                               by(FindingCode::SealNone, "fair/paper_licence/sealed")}),
                     {});
  ASSERT_THAT(codes(judged.findings), ElementsAre(FindingCode::ImgBlur, FindingCode::SealNone));
  EXPECT_EQ(judged.findings[0].level, Level::Note);
  EXPECT_EQ(judged.findings[1].level, Level::Block);
  EXPECT_EQ(text_of(judged.findings[1], Language::Chinese).remedy, "请盖公章。");
  EXPECT_EQ(text_of(judged.findings[1], Language::English).remedy, "Stamp it.");
  EXPECT_EQ(judged.verdict, Verdict::Reject);
}

TEST(JudgeDocument, RuleThatOnlyRecordsIsNeitherShownNorCounted) {
  const auto judged =
      judge_document(fair(), slot("copy"),
                     readable({by(FindingCode::ImgSkew, "fair/paper_licence/straight")}), {});
  EXPECT_EQ(judged.verdict, Verdict::Accept);
  EXPECT_THAT(judged.findings, IsEmpty());
  EXPECT_THAT(codes(judged.logged), ElementsAre(FindingCode::ImgSkew));
}

TEST(JudgeDocument, RuleThatDoesNotApplyIsPassedOver) {
  const auto red = readable({by(FindingCode::SealNotRed, "fair/paper_licence/red")});
  EXPECT_EQ(judge_document(fair(), slot("copy"), red, {.variant = "sub"}).verdict, Verdict::Accept);
  EXPECT_EQ(judge_document(fair(), slot("copy"), red, {.variant = "main"}).verdict,
            Verdict::Reject);
  EXPECT_EQ(judge_document(fair(), slot("copy"), red, {}).verdict, Verdict::Reject);
}

TEST(JudgeDocument, FileIsHeldAgainstTheTermsOfTheType) {
  auto report = readable();
  report.bytes = 1001;
  report.image->format = pipeline::ImageFormat::Bmp;
  const auto judged = judge_document(fair(), slot("copy"), report, {});
  EXPECT_THAT(codes(judged.findings), ElementsAre(FindingCode::FmtSize, FindingCode::FmtType));
  EXPECT_EQ(judged.findings[0].threshold, 1000);
}

TEST(JudgeDocument, AnyOfTheKindsWillDo) {
  EXPECT_EQ(judge_document(fair(), slot("copy"), titled("institution_certificate"), {}).verdict,
            Verdict::Accept);
  Finding one_kind = by(FindingCode::DocWrongKind, "fair/paper_licence/kind");
  one_kind.check = "document_kind_matches";
  const auto wrong = judge_document(fair(), slot("copy"), titled("id_card", {one_kind}), {});
  EXPECT_THAT(codes(wrong.findings), ElementsAre(FindingCode::DocWrongKind));
}

TEST(JudgeDocument, BestAlternativeIsToldAlone) {
  const auto unsealed = [] {
    return std::vector{by(FindingCode::SealNone, "fair/paper_licence/sealed"),
                       by(FindingCode::ImgBlur, "fair/electronic/sharp")};
  };
  const auto electronic =
      judge_document(fair(), slot("licence"), titled("electronic_licence", unsealed()), {});
  EXPECT_EQ(electronic.rules->type, "electronic");
  EXPECT_EQ(electronic.verdict, Verdict::Refer);
  EXPECT_THAT(codes(electronic.findings), ElementsAre(FindingCode::ImgBlur));
}

TEST(JudgeDocument, AlternativeNobodyCanTellIsReferredWhereTheyDiffer) {
  const auto unsealed = std::vector{by(FindingCode::SealNone, "fair/paper_licence/sealed")};
  const auto judge = [&](const pipeline::Report& report) {
    return judge_document(fair(), slot("licence"), report, {});
  };
  EXPECT_EQ(judge(titled("electronic_licence", unsealed)).verdict, Verdict::Accept);
  const auto either = judge(titled("business_licence", unsealed));
  EXPECT_EQ(either.verdict, Verdict::Refer);
  EXPECT_THAT(codes(either.findings), ElementsAre(FindingCode::DocKindUnknown));
  EXPECT_EQ(judge(readable(unsealed)).verdict, Verdict::Refer);
  EXPECT_EQ(judge(titled("business_licence")).verdict, Verdict::Accept);
}

pipeline::Report stamped(pipeline::Report report) {
  report.facts.seals = {{.role = pipeline::SealRole::Registrar},
                        {.role = pipeline::SealRole::Holder}};
  return report;
}

// A copy whose seal is too faint was told to be the wrong kind of electronic licence.
TEST(JudgeDocument, TitleOnlyOneAlternativeTakesIsTakenAtItsWord) {
  const auto report = stamped(
      titled("institution_certificate", {by(FindingCode::SealNone, "fair/paper_licence/sealed"),
                                         by(FindingCode::ImgBlur, "fair/paper_licence/sharp")}));
  const auto judged = judge_document(fair(), slot("licence"), report, {});
  EXPECT_EQ(judged.rules->type, "paper_licence");
  EXPECT_EQ(judged.verdict, Verdict::Reject);
  EXPECT_THAT(codes(judged.findings), ElementsAre(FindingCode::SealNone, FindingCode::ImgBlur));
}

TEST(JudgeDocument, TitleIsDoubtedWhereNobodyStampedAndAnotherAlternativeWouldTakeThePage) {
  const auto unsealed =
      titled("institution_certificate", {by(FindingCode::SealNone, "fair/paper_licence/sealed")});
  const auto judged = judge_document(fair(), slot("licence"), unsealed, {});
  EXPECT_EQ(judged.verdict, Verdict::Refer);
  EXPECT_THAT(codes(judged.findings), ElementsAre(FindingCode::DocKindUnknown));
}

TEST(JudgeDocument, StampedPageWithoutATitleIsOfTheAlternativeThatIsStamped) {
  const auto type = [&](const pipeline::Report& report) {
    return judge_document(fair(), slot("licence"), report, {}).rules->type;
  };
  EXPECT_EQ(type(stamped(readable())), "paper_licence");
  EXPECT_EQ(type(readable()), "electronic");
}

TEST(JudgeDocument, UnreadableScanIsUnreadableUnderAnyRules) {
  pipeline::Report report{.bytes = 5};
  report.findings = {pipeline::finding(FindingCode::FmtType)};
  for (const char* id : {"copy", "licence"}) {
    const auto judged = judge_document(fair(), slot(id), report, {.credit_code = "9"});
    EXPECT_EQ(judged.verdict, Verdict::Unreadable);
    EXPECT_THAT(codes(judged.findings), ElementsAre(FindingCode::FmtType));
  }
}

TEST(JudgeDocument, PageIsHeldAgainstTheOrderWhereTheProjectComparesThem) {
  auto report = readable();
  report.facts.credit_code = {.value = "91110108551385082Q"};
  report.facts.fields["organisation"] = {.value = "示例(江西)公司", .box = {1, 2, 3, 4}};
  report.facts.fields["legal_person"] = {.value = "张叁"};
  const OrderFacts order{.credit_code = "91360000625912173B",
                         .organisation = "示例（江西）公司",
                         .legal_person = "张三"};
  const auto judged = judge_document(fair(), slot("copy"), report, order);
  ASSERT_THAT(codes(judged.findings),
              ElementsAre(FindingCode::UsccNotEqualAccount, FindingCode::NameWidth,
                          FindingCode::LegalNameMismatch));
  EXPECT_EQ(judged.findings[0].rule, "fair/code");
  EXPECT_EQ(judged.findings[1].level, Level::Block);
  EXPECT_EQ(judged.findings[1].box, (pipeline::Box{1, 2, 3, 4}));
  EXPECT_EQ(judged.findings[2].words.at("differences"), "2: 叁/三");
  EXPECT_THAT(judge_document(fair(), slot("licence"), report, order).findings, IsEmpty());
}

TEST(JudgeDocument, SameReportGivesTheSameJudgementWithinAMillisecond) {
  auto report =
      titled("business_licence", {by(FindingCode::ImgBlur, "fair/paper_licence/sharp"),
                                  by(FindingCode::SealNone, "fair/paper_licence/sealed")});
  report.facts.fields["organisation"] = {.value = "示例(江西)建设工程有限责任公司第一分公司"};
  const OrderFacts order{.organisation = "示例（江西）建筑工程有限责任公司第二分公司"};
  constexpr int kTimes = 200;
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < kTimes; ++i) {
    EXPECT_EQ(judge_document(fair(), slot("copy"), report, order).findings.size(), 3u);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(kTimes));
}

}  // namespace
}  // namespace vermilion::rules
