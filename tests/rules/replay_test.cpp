#include "rules/replay.hpp"

#include "tests/rules/rule_files.hpp"

#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using pipeline::CheckDescription;
using pipeline::FindingCode;
using tests::compiled;
using tests::rule_file;

constexpr std::array kTurned{FindingCode::ImgTurned};
constexpr std::array kCropped{FindingCode::ImgCropped};
// Without a threshold: what was measured is found.
constexpr std::array kChecks{
    CheckDescription{.id = "page_upright", .general = true, .finds = kTurned},
    CheckDescription{.id = "page_whole", .general = true, .finds = kCropped},
};

Project fair(const std::string& checks, const std::string& id = "fair") {
  return compiled(
      rule_file(id, "project: " + id +
                        "\nname: {zh: 示例, en: Example}\n"
                        "operations: {new: {variants: {main: {fee: 1}}}}\n"
                        "documents: [{slot: copy, type: paper}]\n"),
      {rule_file("paper", "document: paper\nname: {zh: 复印件, en: Copy}\nchecks:\n" + checks)});
}

const std::string kUpright = "  - {rule: upright, check: page_upright}\n";
const std::string kUprightWarns = "  - {rule: upright, check: page_upright, level: warn}\n";
const std::string kWhole = "  - {rule: whole, check: page_whole}\n";

// Turned and cut off; both were looked at, or the first alone.
StoredReport turned_and_cut(bool looked_at_both = true) {
  StoredReport stored;
  stored.report.file = "scan.jpg";
  stored.report.readable = true;
  stored.report.image = pipeline::ImageFact{};
  stored.report.measurements["page_upright"] = {{.code = FindingCode::ImgTurned}};
  if (looked_at_both) {
    stored.report.measurements["page_whole"] = {{.code = FindingCode::ImgCropped}};
  }
  stored.judgement.rules = RuleSet{"fair", "copy", "paper", "0"};
  return stored;
}

ReplayedScan replayed(const Project& before, const Project& after,
                      const StoredReport& stored = turned_and_cut()) {
  return replay(stored, {before}, {after}, {}, kChecks);
}

TEST(Replay, SameRulesSayTheSame) {
  const auto scan = replayed(fair(kUpright + kWhole), fair(kUpright + kWhole));
  EXPECT_EQ(scan.file, "scan.jpg");
  EXPECT_EQ(scan.document, "copy");
  EXPECT_EQ(scan.before.verdict, Verdict::Refer);
  EXPECT_FALSE(scan.differs());
  EXPECT_FALSE(scan.is_open());
}

TEST(Replay, FindingsThatAppearVanishAndChangeTheirLevelAreTold) {
  const auto appeared = replayed(fair(kUpright), fair(kUpright + kWhole));
  EXPECT_EQ(appeared.before.verdict, Verdict::Accept);
  EXPECT_EQ(appeared.after.verdict, Verdict::Refer);
  ASSERT_EQ(appeared.changes.size(), 1u);
  EXPECT_FALSE(appeared.changes[0].before);
  EXPECT_EQ(appeared.changes[0].after->code, FindingCode::ImgCropped);

  const auto vanished = replayed(fair(kUpright + kWhole), fair(kUpright));
  ASSERT_EQ(vanished.changes.size(), 1u);
  EXPECT_EQ(vanished.changes[0].before->code, FindingCode::ImgCropped);
  EXPECT_FALSE(vanished.changes[0].after);

  const auto regraded = replayed(fair(kUpright), fair(kUprightWarns));
  ASSERT_EQ(regraded.changes.size(), 1u);
  EXPECT_EQ(regraded.changes[0].before->level, pipeline::Level::Note);
  EXPECT_EQ(regraded.changes[0].after->level, pipeline::Level::Warn);
  EXPECT_TRUE(regraded.differs());
}

TEST(Replay, FindingMayChangeWhereTheVerdictDoesNot) {
  const auto scan = replayed(fair(kWhole), fair(kUpright + kWhole));
  EXPECT_EQ(scan.before.verdict, scan.after.verdict);
  EXPECT_TRUE(scan.differs());
}

TEST(Replay, WhatWasNotMeasuredLeavesTheSideOpen) {
  const auto scan = replayed(fair(kUpright), fair(kUpright + kWhole), turned_and_cut(false));
  EXPECT_EQ(scan.before.verdict, Verdict::Accept);
  EXPECT_FALSE(scan.after.verdict);
  EXPECT_TRUE(scan.is_open());
  ASSERT_EQ(scan.after.gaps.size(), 1u);
  EXPECT_EQ(scan.after.gaps[0].what, "page_whole");
  EXPECT_TRUE(scan.changes.empty());
}

TEST(Replay, ProjectOrDocumentTheRulesLackIsNotCovered) {
  const auto scan = replayed(fair(kUpright), fair(kUpright, "other"));
  EXPECT_TRUE(scan.before.covered);
  EXPECT_FALSE(scan.after.covered);
  EXPECT_TRUE(scan.is_open());
}

TEST(Replay, ReportWithoutAProjectIsFiledWhereTheCallerSays) {
  auto stored = turned_and_cut();
  stored.judgement.rules.reset();
  const Projects rules{fair(kUpright)};
  EXPECT_EQ(replay(stored, rules, rules, {"fair", "copy"}, kChecks).after.verdict, Verdict::Accept);
  EXPECT_FALSE(replay(stored, rules, rules, {}, kChecks).after.covered);
}

TEST(VerdictMatrix, CountsWhatBecameWhat) {
  VerdictMatrix matrix;
  matrix.count(replayed(fair(kUpright), fair(kUpright + kWhole)));
  matrix.count(replayed(fair(kUpright), fair(kUpright)));
  matrix.count(replayed(fair(kUpright), fair(kUpright + kWhole), turned_and_cut(false)));
  EXPECT_EQ(matrix.at(0, 1), 1u);
  EXPECT_EQ(matrix.at(0, 0), 1u);
  EXPECT_EQ(matrix.at(0, VerdictMatrix::kOpen), 1u);
  EXPECT_EQ(matrix.at(1, 1), 0u);
}

}  // namespace
}  // namespace vermilion::rules
