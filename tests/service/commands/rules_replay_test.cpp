#include "service/commands/rules_replay.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/judge_document.hpp"
#include "rules/project_plan.hpp"
#include "rules/replay.hpp"
#include "rules/report_json.hpp"
#include "samples/random.hpp"
#include "service/commands/rule_set.hpp"
#include "tests/support/a_sample.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>

namespace vermilion::service::commands {
namespace {

using samples::Defect;
using samples::Recipe;
using testing::HasSubstr;
using tests::a_stamped_copy;
using tests::with;
using vermilion::rules::Project;

constexpr const char* kProject = R"(project: fair
name: {zh: 示例, en: Example}
source: S1/1.1
scope: {zh: 示例, en: Example}
verification: {legal_person: false, source: S1/1.1}
operations:
  new: {source: S1/1.1, variants: {main: {name: {zh: 主锁, en: Main}, fee: 1, source: S1/1.1}}}
payment: {methods: [wechat]}
freight: {to_us: applicant, to_applicant: applicant}
sla: {making: 2, source: S1/1.1}
documents:
  - {slot: licence, type: licence, source: S1/1.1}
paper:
  - {slot: licence, source: S1/1.1}
compare:
  - rule: account
    same: credit_code
    in: [order, licence]
    finding: USCC_NOT_EQUAL_ACCOUNT
    source: S1/1.1
)";

// A folder of rules with one project and one document that has these rules.
class RulesFolder {
 public:
  explicit RulesFolder(const std::string& checks) {
    std::filesystem::create_directories(folder_.path() / "projects");
    std::filesystem::create_directories(folder_.path() / "documents");
    folder_.write("projects/fair.yaml", kProject);
    folder_.write("documents/licence.yaml",
                  "document: licence\nname: {zh: 执照, en: Licence}\nkinds: [business_licence]\n"
                  "files: {formats: [jpeg, png], max_bytes: 4000000}\nchecks:\n" +
                      checks);
  }

  std::string path() const { return folder_.path().string(); }

  Project project() const {
    auto set = rule_set(path(), path(), pipeline::check_descriptions(),
                        vermilion::rules::Language::English);
    if (!set) throw std::runtime_error(set.error());
    return set->front();
  }

 private:
  tests::TemporaryFolder folder_;
};

// A rule for every check there is; thresholds as `of` says, where it says one.
template <class Of>
std::string rules_for_all(const Of& of) {
  std::string rules;
  for (const auto& check : pipeline::check_descriptions()) {
    rules += fmt::format("  - rule: r_{}\n    check: {}\n    source: S1/1.1\n", check.id, check.id);
    if (check.parameters.empty()) continue;
    rules += "    with:\n";
    for (const auto& parameter : check.parameters) {
      rules += fmt::format("      {}: {}\n", parameter.name, of(parameter));
    }
  }
  return rules;
}

std::string as_shipped() {
  return rules_for_all([](const auto& parameter) { return parameter.fallback; });
}

std::string at_random(std::uint64_t seed) {
  samples::Random random(seed);
  return rules_for_all([&](const auto& parameter) {
    return fmt::format("{:.4f}", random.uniform(parameter.min, parameter.max));
  });
}

struct Inspected {
  pipeline::Report report;
  vermilion::rules::Judgement judgement;
};

Inspected inspected_by(const Project& project, const Recipe& recipe,
                       const vermilion::rules::OrderFacts& order) {
  auto plan = plan_of(project, project.slots.front(), order);
  plan.expected_code = order.credit_code;
  auto report = tests::inspected(tests::a_sample(recipe), plan);
  auto judgement = judge_document(project, project.slots.front(), report, order);
  return {std::move(report), std::move(judgement)};
}

std::string stored(const Inspected& scan) {
  return vermilion::rules::to_json(scan.report, scan.judgement, false).dump();
}

std::vector<Recipe> various() {
  return {a_stamped_copy(),
          with(a_stamped_copy(2), Defect::Blur, 0.3),
          with(a_stamped_copy(3), Defect::SealFaded, 0.3),
          with(a_stamped_copy(4), Defect::CodeWrong),
          with(a_stamped_copy(5), Defect::Turn180, 180),
          with(tests::in_colour(a_stamped_copy(6)), Defect::Skew, 2)};
}

vermilion::rules::StoredReport read_back(const Inspected& scan) {
  return vermilion::rules::stored_report(nlohmann::ordered_json::parse(stored(scan))).value();
}

// What replaying is for: whatever the thresholds, it says what looking again would.
TEST(RulesReplay, SaysOfDrawnScansWhatAnotherInspectionWould) {
  const Project before = RulesFolder(as_shipped()).project();
  const vermilion::rules::OrderFacts order{.credit_code = "91360000625912173B", .variant = "main"};
  std::size_t other_findings = 0;
  for (const Recipe& recipe : various()) {
    const Inspected scan = inspected_by(before, recipe, order);
    const auto report = read_back(scan);
    for (const std::uint64_t seed : {1, 2}) {
      const Project after = RulesFolder(at_random(seed)).project();
      const auto rejudged =
          rejudge(after, after.slots.front(), report, pipeline::check_descriptions());
      ASSERT_TRUE(rejudged) << sentence(rejudged.error().front(),
                                        vermilion::rules::Language::English);
      EXPECT_EQ(*rejudged, inspected_by(after, recipe, order).judgement);
      other_findings += rejudged->findings == scan.judgement.findings ? 0 : 1;
    }
    EXPECT_EQ(rejudge(before, before.slots.front(), report, pipeline::check_descriptions()),
              scan.judgement);
  }
  EXPECT_GT(other_findings, various().size());
}

// Written and read, a report tells what it told; written again, it has the same bytes.
TEST(RulesReplay, ReportsOfDrawnScansAreReadAsTheyWereWritten) {
  const Project project = RulesFolder(as_shipped()).project();
  for (const Recipe& recipe : various()) {
    const Inspected scan = inspected_by(project, recipe, {.variant = "main"});
    const auto once = read_back(scan);
    EXPECT_EQ(once.report.measurements, scan.report.measurements);
    EXPECT_EQ(once.report.asked, scan.report.asked);
    EXPECT_EQ(once.judgement.order, scan.judgement.order);
    const auto twice = read_back({once.report, once.judgement});
    EXPECT_EQ(twice, once);
    EXPECT_EQ(stored({twice.report, twice.judgement}), stored({once.report, once.judgement}));
  }
}

struct Answer {
  cli::ExitCode code;
  std::string out;
  std::string err;
};

Answer replayed(const RulesFolder& before, const RulesFolder& after, const std::string& reports,
                RulesReplayOptions options = {}) {
  const tests::TemporaryFolder folder;
  options.before = before.path();
  options.after = after.path();
  options.reports = {folder.write("reports.jsonl", reports)};
  options.rules = before.path();
  options.language = vermilion::rules::Language::English;
  std::ostringstream out;
  std::ostringstream err;
  cli::Console console{stdin, out, err};
  const auto code = rules_replay(options, console);
  return {code, out.str(), err.str()};
}

const RulesFolder& upright_only() {
  static const RulesFolder kRules("  - {rule: upright, check: page_upright, source: S1/1.1}\n");
  return kRules;
}

const RulesFolder& upright_blocks() {
  static const RulesFolder kRules(
      "  - {rule: upright, check: page_upright, level: block, source: S1/1.1}\n");
  return kRules;
}

const RulesFolder& sharp_too() {
  static const RulesFolder kRules(
      "  - {rule: upright, check: page_upright, source: S1/1.1}\n"
      "  - {rule: sharp, check: page_sharp, source: S1/1.1}\n");
  return kRules;
}

std::string turned_scan() {
  return stored(inspected_by(upright_only().project(), with(a_stamped_copy(), Defect::Turn180, 180),
                             {})) +
         "\n";
}

TEST(RulesReplay, SameRulesChangeNothing) {
  const Answer answer = replayed(upright_only(), upright_only(), turned_scan());
  EXPECT_EQ(answer.code, cli::ExitCode::Accepted) << answer.err;
  EXPECT_EQ(answer.err, "1 scans judged again: 0 changed, 0 open, 0 reports not read\n");
}

TEST(RulesReplay, ChangedScanIsToldWithItsFinding) {
  const Answer answer = replayed(upright_only(), upright_blocks(), turned_scan());
  EXPECT_EQ(answer.code, cli::ExitCode::Defects);
  EXPECT_THAT(answer.out, HasSubstr("(fair/licence): accepted → rejected\n"
                                    "  ~ note → must fix IMG_TURNED"));
}

TEST(RulesReplay, NewMeasurementIsAskedForAndNothingGuessed) {
  const Answer answer = replayed(upright_only(), sharp_too(), turned_scan());
  EXPECT_EQ(answer.code, cli::ExitCode::Defects);
  EXPECT_THAT(answer.out, HasSubstr("accepted → open"));
  EXPECT_THAT(answer.out, HasSubstr("new rules: The rule fair/licence/sharp needs the check "
                                    "page_sharp, which was not measured then."));
}

TEST(RulesReplay, JsonHoldsMatrixChangesAndGaps) {
  RulesReplayOptions options;
  options.format = "json";
  const auto changed =
      nlohmann::json::parse(replayed(upright_only(), upright_blocks(), turned_scan(), options).out);
  EXPECT_EQ(changed["scans"], 1);
  EXPECT_EQ(changed["matrix"]["accept"]["reject"], 1);
  EXPECT_EQ(changed["matrix"]["accept"]["accept"], 0);
  EXPECT_EQ(changed["changed"][0]["regraded"][0]["code"], "IMG_TURNED");
  EXPECT_EQ(changed["changed"][0]["regraded"][0]["level_before"], "note");
  const auto open =
      nlohmann::json::parse(replayed(upright_only(), sharp_too(), turned_scan(), options).out);
  EXPECT_EQ(open["open"][0]["after"]["gaps"][0]["kind"], "not_measured");
  EXPECT_EQ(open["matrix"]["accept"]["open"], 1);
}

TEST(RulesReplay, BrokenReportIsToldAndTheOthersAreReplayed) {
  const Answer answer = replayed(upright_only(), upright_only(), "{]\n" + turned_scan());
  EXPECT_EQ(answer.code, cli::ExitCode::Unreadable);
  EXPECT_THAT(answer.err, HasSubstr("line 1: "));
  EXPECT_THAT(answer.err, HasSubstr("1 scans judged again: 0 changed, 0 open, 1 reports not read"));
}

TEST(RulesReplay, ReportWithoutAProjectTakesTheDocumentNamed) {
  auto document = nlohmann::ordered_json::parse(turned_scan());
  document.erase("rules");
  RulesReplayOptions options;
  EXPECT_THAT(replayed(upright_only(), upright_only(), document.dump()).out,
              HasSubstr("no such project or document"));
  options.document = "licence";
  const auto answer = replayed(upright_only(), upright_only(), document.dump(), options);
  EXPECT_EQ(answer.code, cli::ExitCode::Accepted) << answer.out;
}

TEST(RulesReplay, BadRulesAreWrongUse) {
  const RulesFolder bad("  - {rule: upright, check: page_uprigth, source: S1/1.1}\n");
  const Answer answer = replayed(upright_only(), bad, turned_scan());
  EXPECT_EQ(answer.code, cli::ExitCode::WrongUse);
  EXPECT_THAT(answer.err, HasSubstr("page_upright"));
}

TEST(RulesReplay, FilesThatAreNotThereAreToldByTheirName) {
  RulesReplayOptions options{.before = upright_only().path(),
                             .after = upright_only().path(),
                             .reports = {"/nowhere/reports.jsonl"},
                             .rules = upright_only().path()};
  std::ostringstream out;
  std::ostringstream err;
  cli::Console console{stdin, out, err};
  EXPECT_EQ(rules_replay(options, console), cli::ExitCode::Unreadable);
  EXPECT_THAT(err.str(), HasSubstr("/nowhere/reports.jsonl"));
}

}  // namespace
}  // namespace vermilion::service::commands
