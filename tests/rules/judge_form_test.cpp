#include "rules/judge_form.hpp"

#include "rules/forms/payload.hpp"
#include "rules/judge_document.hpp"
#include "rules/report_json.hpp"
#include "rules/stored_report.hpp"
#include "tests/rules/forms/an_order.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::a_key;

const Project& yingtan() {
  static const Project kProject = [] {
    for (const auto& file : tests::shipped_rules().projects) {
      if (file.id == "yingtan_sunshine") {
        return tests::compiled(file, tests::shipped_rules().documents);
      }
    }
    return Project{};
  }();
  return kProject;
}

const Slot& sheet() {
  return *find_slot(yingtan(), "seal_sheet");
}

const DocumentType& sheet_type() {
  return sheet().alternatives.front();
}

const std::vector<forms::Key>& keys() {
  static const std::vector<forms::Key> kKeys{a_key()};
  return kKeys;
}

// A scan on which these codes were read.
pipeline::Report scan_with(const std::vector<std::string>& codes) {
  pipeline::Report report{.readable = true};
  report.facts.qr.emplace();
  for (const auto& code : codes) report.facts.qr->push_back({code, {10, 20, 30, 40}, "region"});
  return report;
}

// What the form of this order says, with something changed.
forms::Imprint imprint_of(const OrderFacts& order) {
  const auto form = tests::filled(yingtan(), sheet_type(), order);
  return {.order = form.order_number,
          .project = yingtan().id,
          .document = sheet_type().id,
          .generation = static_cast<std::uint8_t>(form.form.generation),
          .facts = forms::digest_of(form.printed)};
}

std::vector<FindingCode> found(const forms::Imprint& imprint, const forms::Key& key = a_key()) {
  const auto judged =
      judge_form(yingtan(), sheet_type(), scan_with({forms::encode(imprint, key).value()}),
                 tests::an_order(), keys());
  std::vector<FindingCode> codes;
  for (const auto& finding : judged.findings) codes.push_back(finding.code);
  return codes;
}

TEST(JudgeForm, FormOfThisOrderIsRecognisedAndNothingFound) {
  const std::string code = forms::encode(imprint_of(tests::an_order()), a_key()).value();
  const auto judged = judge_form(yingtan(), sheet_type(), scan_with({"https://example.org", code}),
                                 tests::an_order(), keys());
  EXPECT_THAT(judged.findings, IsEmpty());
  ASSERT_TRUE(judged.form);
  EXPECT_EQ(judged.form->order, "20261121093000017");
  EXPECT_EQ(judged.form->signature_ok, true);
  EXPECT_EQ(judged.form->box, (pipeline::Box{10, 20, 30, 40}));
}

TEST(JudgeForm, WhatDiffersIsNamed) {
  const forms::Imprint right = imprint_of(tests::an_order());
  forms::Imprint wrong = right;
  wrong.order = "20250101000000001";
  EXPECT_THAT(found(wrong), ElementsAre(FindingCode::TplWrongOrder));
  wrong.project = "housing_inside";
  EXPECT_THAT(found(wrong), ElementsAre(FindingCode::TplWrongOrder, FindingCode::TplWrongProject));
  wrong = right;
  wrong.document = "application_form";
  EXPECT_THAT(found(wrong), ElementsAre(FindingCode::TplWrongDocument));
  wrong = right;
  wrong.generation = 200;
  EXPECT_THAT(found(wrong), ElementsAre(FindingCode::TplStale));
}

TEST(JudgeForm, OrderChangedAfterThePrintIsAltered) {
  OrderFacts before = tests::an_order();
  before.legal_person = "另一人";
  EXPECT_THAT(found(imprint_of(before)), ElementsAre(FindingCode::TplAltered));
}

// A scan on which the form was found again and its print looked at.
pipeline::Report placed_scan(const forms::Imprint& imprint, bool as_printed) {
  pipeline::Report report = scan_with({forms::encode(imprint, a_key()).value()});
  report.facts.form = pipeline::FormFact{.placement = pipeline::FormPlacement{}};
  if (!as_printed) {
    report.findings.push_back(pipeline::finding(FindingCode::TplAltered));
    report.findings.back().check = "fields_as_printed";
    report.findings.back().rule = "yingtan_sunshine/seal_sheet/form_as_printed";
  }
  return report;
}

std::vector<FindingCode> judged_as_document(const pipeline::Report& report) {
  const auto judged = judge_document(yingtan(), sheet(), report, tests::an_order(), keys());
  std::vector<FindingCode> codes;
  for (const auto& finding : judged.findings) codes.push_back(finding.code);
  return codes;
}

TEST(JudgeForm, AnotherPrintOnAFormOfThisOrderIsAltered) {
  EXPECT_THAT(judged_as_document(placed_scan(imprint_of(tests::an_order()), false)),
              ElementsAre(FindingCode::TplAltered));
}

TEST(JudgeForm, OfAnotherOrderItsPrintSaysNothingMore) {
  forms::Imprint other = imprint_of(tests::an_order());
  other.order = "20250101000000001";
  EXPECT_THAT(judged_as_document(placed_scan(other, false)),
              ElementsAre(FindingCode::TplWrongOrder));
}

TEST(JudgeForm, WhatWePrintedIsKnownByItsPrintAndNotByWhatWasRead) {
  auto report = placed_scan(imprint_of(tests::an_order()), true);
  report.facts.fields["organisation"] = {.value = "另一家公司"};
  EXPECT_THAT(judged_as_document(report), IsEmpty());
  report.facts.form->placement.reset();
  EXPECT_THAT(judged_as_document(report), ElementsAre(FindingCode::NameChar));
}

TEST(JudgeForm, OrderThatSaysTooLittleIsNotComparedByItsFacts) {
  OrderFacts before = tests::an_order();
  before.legal_person = "另一人";
  const std::string code = forms::encode(imprint_of(before), a_key()).value();
  const OrderFacts little{.operation = "new", .variant = "main"};
  EXPECT_THAT(judge_form(yingtan(), sheet_type(), scan_with({code}), little, keys()).findings,
              IsEmpty());
}

TEST(JudgeForm, CodeWrittenWithoutTheKeyIsToldOnce) {
  forms::Imprint wrong = imprint_of(tests::an_order());
  wrong.order = "1";
  EXPECT_THAT(found(wrong, a_key(1, 'x')), ElementsAre(FindingCode::TplBadSignature));
  EXPECT_THAT(found(wrong, a_key(9)), ElementsAre(FindingCode::TplBadSignature));
}

// That there is none the check form_code_readable says.
TEST(JudgeForm, ScanWithoutACodeOfOursHasNoForm) {
  for (const auto& codes : {std::vector<std::string>{}, {"https://example.org"}}) {
    const auto judged =
        judge_form(yingtan(), sheet_type(), scan_with(codes), tests::an_order(), keys());
    EXPECT_THAT(judged.findings, IsEmpty());
    EXPECT_FALSE(judged.form);
  }
}

// Replaying has no keys and fewer facts, and comes to the same by what was stored.
TEST(JudgeForm, WhatWasVerifiedOnceIsJudgedByThat) {
  OrderFacts before = tests::an_order();
  before.legal_person = "另一人";
  pipeline::Report report = scan_with({forms::encode(imprint_of(before), a_key()).value()});
  const auto first = judge_form(yingtan(), sheet_type(), report, tests::an_order(), keys());
  report.facts.form = first.form;
  OrderFacts without_details = tests::an_order();
  without_details.details.clear();
  const auto again = judge_form(yingtan(), sheet_type(), report, without_details, {});
  ASSERT_EQ(again.findings.size(), 1u);
  EXPECT_EQ(again.findings[0].code, FindingCode::TplAltered);
  EXPECT_EQ(again.form, first.form);
}

TEST(JudgeForm, WithoutKeysItIsToldAndNotJudged) {
  forms::Imprint wrong = imprint_of(tests::an_order());
  wrong.order = "1";
  const std::string code = forms::encode(wrong, a_key()).value();
  const auto judged = judge_form(yingtan(), sheet_type(), scan_with({code}), tests::an_order(), {});
  EXPECT_THAT(judged.findings, IsEmpty());
  ASSERT_TRUE(judged.form);
  EXPECT_EQ(judged.form->signature_ok, std::nullopt);
}

TEST(JudgeForm, WhereNobodyLookedOrThereIsNoFormNothingIsSaid) {
  pipeline::Report unread{.readable = true};
  EXPECT_THAT(judge_form(yingtan(), sheet_type(), unread, tests::an_order(), keys()).findings,
              IsEmpty());
  const DocumentType brought{.id = "id_card"};
  EXPECT_THAT(judge_form(yingtan(), brought, scan_with({}), tests::an_order(), keys()).findings,
              IsEmpty());
}

TEST(JudgeForm, WhatItSaysIsReadBackFromTheReport) {
  auto report = scan_with({forms::encode(imprint_of(tests::an_order()), a_key()).value()});
  report.image = pipeline::ImageFact{.width = 1654, .height = 2339};
  const auto judged = judge_document(yingtan(), sheet(), report, tests::an_order(), keys());
  const auto document = to_json(report, judged, false);
  const auto stored = stored_report(document);
  ASSERT_TRUE(stored) << stored.error().place << ": " << stored.error().complaint;
  ASSERT_TRUE(stored->report.facts.form);
  EXPECT_EQ(stored->report.facts.form, judged.form);
  EXPECT_EQ(stored->report.facts.form->facts_ok, true);
}

// Through the door: verdict, rule and JSON.
TEST(JudgeForm, FormOfAnotherOrderRejectsTheDocument) {
  forms::Imprint wrong = imprint_of(tests::an_order());
  wrong.order = "20250101000000001";
  const auto report = scan_with({forms::encode(wrong, a_key()).value()});
  const auto judged = judge_document(yingtan(), sheet(), report, tests::an_order(), keys());
  EXPECT_EQ(judged.verdict, Verdict::Reject);
  ASSERT_EQ(judged.findings.size(), 1u);
  EXPECT_EQ(judged.findings[0].rule, "yingtan_sunshine/seal_sheet/form");
  EXPECT_EQ(judged.findings[0].words.at("read"), "20250101000000001");
  const auto form = to_json(report, judged, false).at("facts").at("form");
  EXPECT_EQ(form.at("order"), "20250101000000001");
  EXPECT_EQ(form.at("signature_ok"), true);
}

}  // namespace
}  // namespace vermilion::rules
