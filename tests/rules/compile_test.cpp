#include "rules/compile.hpp"

#include "rules/canonical.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::rules {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::compiled;
using tests::rule_file;
using tests::shipped_rules;

constexpr const char* kLicence = R"(document: licence_copy
name: {zh: 营业执照, en: Licence}
kinds: [business_licence]
files: {formats: [jpeg, png], max_bytes: 500000}
seal_may_cover: [blank, business_scope]
checks:
  - rule: sharp
    check: page_sharp
    with: {edge_spread_warn_mm: 0.3, edge_spread_max_mm: 0.6}
    source: S1/2.16
  - rule: sealed
    check: seal_present
    level: block
    when: variant == main
  - rule: scanned
    check: page_scanned
    mode: log
)";

constexpr const char* kProject = R"(project: fair
name: {zh: 示例, en: Example}
operations:
  new:
    variants:
      main: {name: {zh: 主锁, en: main}, fee: 22000, seal: true}
      sub: {name: {zh: 副锁, en: sub}, fee: unset}
sla: {making: 2, invoice: 3}
documents:
  - slot: licence
    type: licence_copy
    when: operation == new
    override:
      seal_may_cover: [blank]
      checks:
        - {rule: sharp, with: {edge_spread_warn_mm: 0.25}, level: warn}
        - {rule: scanned, off: true}
        - {rule: bright, check: page_bright}
compare:
  - {rule: code, same: credit_code, in: [order, licence], finding: USCC_NOT_EQUAL_ACCOUNT}
paper:
  - {slot: licence, original: true}
)";

std::vector<RuleFile> documents() {
  return {rule_file("licence_copy", kLicence)};
}

Project example() {
  return compiled(rule_file("fair", kProject), documents());
}

std::vector<std::string> ids(const std::vector<Rule>& rules) {
  std::vector<std::string> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  return ids;
}

TEST(Compile, FieldsAreThoseOfTheFile) {
  const Project project = example();
  EXPECT_EQ(project.name.zh, "示例");
  ASSERT_THAT(project.operations, SizeIs(1));
  const Variant* main = find_variant(project.operations[0], "main");
  ASSERT_NE(main, nullptr);
  EXPECT_EQ(main->fee_fen, 22000);
  EXPECT_TRUE(main->seal);
  EXPECT_EQ(project.sla.invoice, 3);
  ASSERT_THAT(project.slots, SizeIs(1));
  EXPECT_EQ(text_of(project.slots[0].when), "operation == new");
  EXPECT_EQ(project.slots[0].shown_name().zh, "营业执照");
  ASSERT_THAT(project.comparisons, SizeIs(1));
  EXPECT_EQ(project.comparisons[0].finding, pipeline::FindingCode::UsccNotEqualAccount);
  EXPECT_THAT(project.comparisons[0].in, ElementsAre("order", "licence"));
}

TEST(Compile, OverrideReplacesFieldsAddsRulesAndSwitchesThemOff) {
  const DocumentType type = example().slots.at(0).alternatives.at(0);
  EXPECT_THAT(ids(type.rules), ElementsAre("sharp", "sealed", "bright"));
  const Rule& sharp = type.rules[0];
  EXPECT_EQ(sharp.check, "page_sharp");
  EXPECT_EQ(sharp.level, pipeline::Level::Warn);
  EXPECT_THAT(sharp.with, ElementsAre(testing::Pair("edge_spread_max_mm", 0.6),
                                      testing::Pair("edge_spread_warn_mm", 0.25)));
  EXPECT_THAT(sharp.sources, ElementsAre("S1/2.16"));
  EXPECT_THAT(type.seal_may_cover, ElementsAre("blank"));
  EXPECT_EQ(type.files.max_bytes, 500'000u);
}

TEST(Compile, VariantWithAnUnsetFeeIsNotOpen) {
  const Project project = example();
  EXPECT_TRUE(is_open(project, *find_variant(project.operations[0], "main")));
  EXPECT_FALSE(is_open(project, *find_variant(project.operations[0], "sub")));
  Project draft = project;
  draft.draft = true;
  EXPECT_FALSE(is_open(draft, *find_variant(draft.operations[0], "main")));
}

TEST(Compile, OriginIsThePlaceThatWon) {
  const Project project = example();
  const auto written = [&](std::string_view path) {
    const auto origin = project.origins.find(path);
    if (origin == project.origins.end()) return std::string("nowhere");
    const auto& [file, span] = origin->second;
    const std::string_view text = file == "fair.yaml" ? kProject : kLicence;
    return file + ": " + std::string(text.substr(span.begin, span.end - span.begin));
  };
  const std::string checks = "documents/licence/licence_copy/checks/";
  EXPECT_EQ(written(checks + "sharp/with/edge_spread_warn_mm"), "fair.yaml: 0.25");
  EXPECT_EQ(written(checks + "sharp/with/edge_spread_max_mm"), "licence_copy.yaml: 0.6");
  EXPECT_EQ(written(checks + "sealed/level"), "licence_copy.yaml: block");
  EXPECT_EQ(written("operations/new/variants/main/fee"), "fair.yaml: 22000");
  EXPECT_EQ(written("sla/making_alarm"), "nowhere");
}

struct SlipCase {
  const char* name;
  const char* from;
  const char* to;
  MistakeCode code;
  const char* token;
  const char* nearest;
};

class CompileMistake : public testing::TestWithParam<SlipCase> {};

TEST_P(CompileMistake, PointsAtTheNameThatIsNotThere) {
  std::string text = kProject;
  text.replace(text.find(GetParam().from), std::string_view(GetParam().from).size(), GetParam().to);
  const auto result = compile(rule_file("fair", text), documents());
  ASSERT_FALSE(result);
  ASSERT_THAT(result.error(), SizeIs(1));
  const auto& [file, mistake] = result.error().front();
  EXPECT_EQ(file, "fair.yaml");
  EXPECT_EQ(name(mistake.code), name(GetParam().code));
  EXPECT_EQ(text.substr(mistake.span.begin, mistake.span.end - mistake.span.begin),
            GetParam().token);
  ASSERT_TRUE(mistake.words.contains("nearest"));
  EXPECT_EQ(mistake.words.at("nearest"), GetParam().nearest);
}

INSTANTIATE_TEST_SUITE_P(
    Compile, CompileMistake,
    testing::Values(SlipCase{"Type", "type: licence_copy", "type: licence_cpoy",
                             MistakeCode::DocumentUnknown, "licence_cpoy", "licence_copy"},
                    SlipCase{"RuleSwitchedOff", "{rule: scanned, off", "{rule: scaned, off",
                             MistakeCode::RuleUnknown, "scaned", "scanned"},
                    SlipCase{"RuleOverridden", "{rule: sharp, with", "{rule: shrap, with",
                             MistakeCode::RuleUnknown, "shrap", "sharp"},
                    SlipCase{"SlotCompared", "[order, licence]", "[order, lisence]",
                             MistakeCode::SlotUnknown, "lisence", "licence"},
                    SlipCase{"SlotMailed", "{slot: licence, ori", "{slot: licenec, ori",
                             MistakeCode::SlotUnknown, "licenec", "licence"},
                    SlipCase{"Operation", "operation == new", "operation == nwe",
                             MistakeCode::ConditionValueUnknown, "nwe", "new"},
                    SlipCase{"Quoted", "when: operation == new", "when: \"operatoin == new\"",
                             MistakeCode::ConditionNameUnknown, "operatoin", "operation"}),
    [](const auto& test) { return std::string(test.param.name); });

struct MeaningCase {
  const char* name;
  const char* from;
  const char* to;
  bool same;
};

class Digest : public testing::TestWithParam<MeaningCase> {};

TEST_P(Digest, FollowsTheMeaningNotTheText) {
  std::string text = kProject;
  text.replace(text.find(GetParam().from), std::string_view(GetParam().from).size(), GetParam().to);
  const Project changed = compiled(rule_file("fair", text), documents());
  EXPECT_EQ(changed.digest == example().digest, GetParam().same);
}

INSTANTIATE_TEST_SUITE_P(
    Compile, Digest,
    testing::Values(
        MeaningCase{"Comment", "sla:", "# working days\nsla:", true},
        MeaningCase{"Quotes", "en: Example", "en: \"Example\"", true},
        MeaningCase{"OrderOfKeys", "{making: 2, invoice: 3}", "{invoice: 3, making: 2}", true},
        MeaningCase{"Source", "{making: 2,", "{making: 2, source: S1/2.36,", true},
        MeaningCase{"Condition", "operation == new", "operation  in [new]", true},
        MeaningCase{"OverrideWithTheSame", "level: warn}", "level: warn, check: page_sharp}", true},
        MeaningCase{"Default", "fee: unset", "fee: unset, seal: false", true},
        MeaningCase{"Fee", "22000", "22001", false},
        MeaningCase{"Level", "level: warn", "level: note", false},
        MeaningCase{"Threshold", "0.25", "0.26", false},
        MeaningCase{"Text", "主锁", "主钥匙", false},
        MeaningCase{"Condition2", "when: operation == new", "when: variant == main", false},
        MeaningCase{"RuleOff", "{rule: sharp, with",
                    "{rule: sealed, off: true}\n        - {rule: "
                    "sharp, with",
                    false}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(ShippedRules, EveryProjectCompiles) {
  for (const RuleFile& file : shipped_rules().projects) {
    const Project project = compiled(file, shipped_rules().documents);
    EXPECT_THAT(project.digest, SizeIs(64)) << file.id;
    EXPECT_FALSE(project.slots.empty()) << file.id;
  }
}

}  // namespace
}  // namespace vermilion::rules
