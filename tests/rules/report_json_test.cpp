#include "rules/report_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::rules {
namespace {

using nlohmann::ordered_json;
using pipeline::FindingCode;
using testing::ElementsAre;

pipeline::Finding no_seal() {
  pipeline::Finding finding = pipeline::finding(FindingCode::SealNone);
  finding.check = "seal_present";
  finding.rule = "housing_outside/business_licence/company_seal";
  finding.box = pipeline::Box{10, 20, 300, 400};
  finding.value = 0;
  finding.threshold = 1;
  return finding;
}

// The example of the contract: a reject with every fact there is.
pipeline::Report full_report() {
  pipeline::Report report;
  report.file = "scan.jpg";
  report.sha256 = std::string(64, 'a');
  report.bytes = 512'345;
  report.readable = true;
  report.image = {.format = pipeline::ImageFormat::Jpeg,
                  .width = 1654,
                  .height = 2339,
                  .dpi = 200,
                  .dpi_source = pipeline::ScaleSource::Page,
                  .rotation_deg = 0,
                  .skew_deg = 0.4};
  report.findings = {no_seal()};
  report.facts.page = {.edge_spread_mm = 0.21234, .paper = 250, .contrast = 200};
  report.facts.document = {.kind = "business_licence", .title = "营业执照", .box = {1, 2, 3, 4}};
  report.facts.credit_code = {.value = "91360000625912173B",
                              .source = pipeline::CodeSource::Both,
                              .confidence = 0.998,
                              .box = {5, 6, 7, 8}};
  report.facts.expected_code = {.value = "91360000625912173B",
                                .matches = true,
                                .likelihood = 0.99804,
                                .likelihood_read = 0.998,
                                .box = {5, 6, 7, 8},
                                .read_by = "light"};
  report.facts.seals = {{.shape = pipeline::SealShape::Round,
                         .role = pipeline::SealRole::Holder,
                         .box = {9, 10, 11, 12},
                         .diameter_mm = 40.12,
                         .redness = 0.93,
                         .covers = {"text"}}};
  report.facts.qr = {{.text = "http://example.test", .box = {1, 1, 2, 2}, .read_by = "zxing"}};
  report.costs = {{.stage = "decode", .runs = 1, .cpu_ns = 21'000'000},
                  {.stage = "seal", .runs = 1, .cpu_ns = 9'000'000}};
  return report;
}

ordered_json document_of(const pipeline::Report& report, bool with_costs = false) {
  return to_json(report, judge(report, {}), with_costs);
}

std::vector<std::string> members(const ordered_json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST(ReportJson, MembersOfTheContractStandInTheirOrder) {
  const ordered_json document = document_of(full_report(), /*with_costs=*/true);
  EXPECT_THAT(members(document),
              ElementsAre("schema", "file", "sha256", "bytes", "image", "verdict", "findings",
                          "facts", "asked", "measurements", "timing_us"));
  EXPECT_THAT(members(document["image"]), ElementsAre("format", "width", "height", "dpi",
                                                      "dpi_source", "rotation_deg", "skew_deg"));
  EXPECT_THAT(members(document["findings"][0]),
              ElementsAre("code", "level", "check", "rule", "box", "value", "threshold", "message",
                          "remedy", "message_en", "remedy_en"));
  EXPECT_THAT(members(document["facts"]),
              ElementsAre("page", "document", "credit_code", "expected_code", "seals", "qr"));
  EXPECT_THAT(members(document["facts"]["expected_code"]),
              ElementsAre("value", "matches", "likelihood", "likelihood_read", "box", "read_by",
                          "likelihood_exact", "likelihood_read_exact"));
  EXPECT_THAT(members(document["facts"]["credit_code"]),
              ElementsAre("value", "source", "confidence", "box", "read_by", "alternatives"));
  EXPECT_THAT(
      members(document["facts"]["seals"][0]),
      ElementsAre("shape", "role", "box", "angle_deg", "diameter_mm", "redness", "clarity",
                  "strength", "border", "smear", "cleanliness", "background", "printed", "covers"));
  EXPECT_THAT(members(document["facts"]["qr"][0]), ElementsAre("text", "box", "read_by"));
}

TEST(ReportJson, ValuesAreThoseOfTheReport) {
  const ordered_json document = document_of(full_report());
  EXPECT_EQ(document["schema"], 1);
  EXPECT_EQ(document["bytes"], 512'345);
  EXPECT_EQ(document["verdict"], "reject");
  EXPECT_EQ(document["image"]["format"], "jpeg");
  EXPECT_EQ(document["findings"][0]["code"], "SEAL_NONE");
  EXPECT_EQ(document["findings"][0]["level"], "block");
  EXPECT_EQ(document["findings"][0]["box"], ordered_json({10, 20, 300, 400}));
  EXPECT_EQ(document["findings"][0]["message"], "没有找到单位公章。");
  EXPECT_EQ(document["facts"]["credit_code"]["source"], "both");
  EXPECT_EQ(document["facts"]["seals"][0]["diameter_mm"], 40.1);
  EXPECT_EQ(document["facts"]["page"]["edge_spread_mm"], 0.212);
}

// What is decided by again is not rounded; who may read the report sees no identity number.
TEST(ReportJson, MeasurementsAreExactAndTheOrderIsKeptButForTheIdentityNumber) {
  pipeline::Report report = full_report();
  report.asked = {.max_bytes = 1'048'576, .expected_code = "91360000625912173B"};
  report.measurements["page_sharp"] = {{.code = FindingCode::ImgBlur,
                                        .box = pipeline::Box{1, 2, 3, 4},
                                        .values = {{"edge_spread_mm", 0.2123456789012345}}}};
  report.measurements["page_whole"] = {};
  const OrderFacts order{.variant = "main", .agent_id = "11010519491231002X"};
  const auto document = to_json(report, judge(report, order), /*with_costs=*/false);
  EXPECT_EQ(document["measurements"].dump(),
            R"({"page_sharp":[{"code":"IMG_BLUR","box":[1,2,3,4],)"
            R"("values":{"edge_spread_mm":0.2123456789012345}}],"page_whole":[]})");
  EXPECT_EQ(document["asked"].dump(),
            R"({"max_bytes":1048576,"expected_code":"91360000625912173B"})");
  EXPECT_EQ(document["order"].dump(), R"({"variant":"main"})");
}

TEST(ReportJson, WhatIsUnknownIsAbsentAndWhatIsEmptyIsThere) {
  pipeline::Report report = full_report();
  report.image->dpi.reset();
  report.facts = {};
  report.facts.seals.emplace();
  const ordered_json document = document_of(report);
  EXPECT_FALSE(document["image"].contains("dpi"));
  EXPECT_THAT(members(document["facts"]), ElementsAre("seals"));
  EXPECT_EQ(document["facts"]["seals"], ordered_json::array());
}

TEST(ReportJson, UnreadableScanHasNoImageAndSaysWhy) {
  pipeline::Report report;
  report.file = "bill.pdf";
  report.bytes = 10;
  report.findings = {pipeline::finding(FindingCode::FmtType)};
  const ordered_json document = document_of(report);
  EXPECT_THAT(members(document), ElementsAre("schema", "file", "bytes", "verdict", "findings",
                                             "facts", "asked", "measurements"));
  EXPECT_EQ(document["verdict"], "unreadable");
  EXPECT_EQ(document["findings"][0]["code"], "FMT_TYPE");
}

TEST(ReportJson, FindingWithoutARuleOrPlaceLeavesThemOut) {
  pipeline::Report report = full_report();
  report.findings = {pipeline::finding(FindingCode::ImgPhoto)};
  EXPECT_THAT(
      members(document_of(report)["findings"][0]),
      ElementsAre("code", "level", "check", "message", "remedy", "message_en", "remedy_en"));
}

TEST(ReportJson, ExpectedCodeIsWrittenAsMeasured) {
  const ordered_json code = document_of(full_report())["facts"]["expected_code"];
  EXPECT_EQ(code["matches"], true);
  EXPECT_EQ(code["likelihood"], 0.998);
  EXPECT_EQ(code["box"], ordered_json({5, 6, 7, 8}));
}

TEST(ReportJson, AreaOfThePageIsThereWhereAFrameSurroundsIt) {
  pipeline::Report report = full_report();
  EXPECT_FALSE(document_of(report)["image"].contains("page_area"));
  report.image->page_area = pipeline::Box{20, 300, 1240, 1754};
  EXPECT_EQ(document_of(report)["image"]["page_area"], ordered_json({20, 300, 1240, 1754}));
}

TEST(ReportJson, CostsAreWrittenOnDemandInMicroseconds) {
  EXPECT_FALSE(document_of(full_report()).contains("timing_us"));
  const ordered_json costs = document_of(full_report(), /*with_costs=*/true)["timing_us"];
  EXPECT_EQ(costs, ordered_json::parse(R"({"total": 30000, "decode": 21000, "seal": 9000})"));
}

TEST(ReportJson, RulesOfAProjectAndWhatTheyOnlyRecordAreSaid) {
  Judgement judgement{.verdict = Verdict::Accept};
  judgement.logged = {no_seal()};
  judgement.rules = RuleSet{"fair", "licence", "licence_copy", "abc"};
  const ordered_json document = to_json(full_report(), judgement, false);
  EXPECT_EQ(document["rules"],
            ordered_json::parse(
                R"({"project":"fair","document":"licence","type":"licence_copy","digest":"abc"})"));
  EXPECT_EQ(document["logged"][0]["code"], "SEAL_NONE");
  EXPECT_EQ(document["findings"], ordered_json::array());
}

TEST(ReportJson, FieldsStandByTheirFact) {
  pipeline::Report report = full_report();
  report.facts.fields["agent"] = {.value = "张三", .score = 0.97, .box = {1, 2, 3, 4}};
  EXPECT_EQ(document_of(report)["facts"]["fields"],
            ordered_json::parse(R"({"agent":{"value":"张三","score":0.97,"box":[1,2,3,4]}})"));
}

TEST(ReportJson, SameReportGivesTheSameBytes) {
  EXPECT_EQ(document_of(full_report()).dump(2), document_of(full_report()).dump(2));
}

TEST(ReportJson, ZeroHasNoSign) {
  pipeline::Report report = full_report();
  report.image->skew_deg = -0.001;
  EXPECT_EQ(document_of(report)["image"]["skew_deg"].dump(), "0.0");
}

}  // namespace
}  // namespace vermilion::rules
