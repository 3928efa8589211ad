#include "rules/diff_words.hpp"

#include "tests/rules/rule_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using testing::ElementsAre;
using tests::compiled;
using tests::rule_file;

constexpr std::array kParameters{
    pipeline::ParameterDescription{"edge_spread_max_mm", "mm", 0.5, 0.1, 2, "edge spread at most",
                                   "边缘宽度不超过"},
    pipeline::ParameterDescription{"redness_min", "", 0.35, 0, 1, "redness at least", "红度不低于"},
};
constexpr std::array kChecks{
    pipeline::CheckDescription{.id = "seal_sharp", .general = true, .parameters = kParameters}};

struct Terms {
  std::string fee = "22000";
  std::string days = "2";
  std::string rules = "{rule: sharp, check: seal_sharp}";
  std::string slots = "[{slot: licence, type: paper, name: {zh: 营业执照, en: Licence}}]";
};

Project fair(const Terms& terms) {
  return compiled(
      rule_file("fair",
                fmt::format("project: fair\nname: {{zh: 甲, en: a}}\n"
                            "operations: {{new: {{variants: {{main: {{name: {{zh: 主锁, en: "
                            "Main}}, fee: {}}}}}}}}}\nsla: {{making: {}}}\ndocuments: {}\n",
                            terms.fee, terms.days, terms.slots)),
      {rule_file("paper", fmt::format("document: paper\nname: {{zh: 复印件, en: Copy}}\n"
                                      "checks: [{}]\n",
                                      terms.rules)),
       rule_file("other", "document: other\nname: {zh: 另一种, en: Other}\nchecks: []\n")});
}

std::vector<std::string> told(const Terms& before, const Terms& after,
                              Language language = Language::Chinese) {
  std::vector<std::string> lines;
  for (const auto& words : changes_in_words(fair(before), fair(after), kChecks, language)) {
    std::string line = fmt::format("{}", fmt::join(words.steps, " › "));
    if (!words.after.empty()) line += fmt::format(": {} → {}", words.before, words.after);
    lines.push_back(line);
  }
  return lines;
}

TEST(ChangesInWords, MoneyIsToldInYuanAndDaysInDays) {
  EXPECT_THAT(told({}, {.fee = "19050"}),
              ElementsAre("可办的业务 › new › 可选的锁 › 主锁 (main) › 价格: 220 元 → 190.5 元"));
  EXPECT_THAT(told({}, {.days = "3"}), ElementsAre("办理时限 › 制作证书: 2 个工作日 → 3 个工作日"));
}

TEST(ChangesInWords, ThresholdsHaveTheirUnitAndTheirFallback) {
  EXPECT_THAT(
      told({}, {.rules = "{rule: sharp, check: seal_sharp, with: {edge_spread_max_mm: 0.4}}"}),
      ElementsAre("要上传的文件 › 营业执照 (licence) › 文件种类 › 复印件 (paper) › 规则 › sharp › "
                  "检查的参数 › 边缘宽度不超过: 默认 0.5 毫米 → 0.4 毫米"));
  EXPECT_THAT(told({.rules = "{rule: sharp, check: seal_sharp, with: {redness_min: 0.4}}"},
                   {.rules = "{rule: sharp, check: seal_sharp, with: {redness_min: 0.125}}"},
                   Language::English),
              ElementsAre("The documents to upload › Licence (licence) › document type › Copy "
                          "(paper) › The rules › sharp › Parameters of the check › redness at "
                          "least: 40% → 12.5%"));
}

TEST(ChangesInWords, ItemsAreToldByTheirNames) {
  const std::string two =
      "[{slot: licence, type: paper, name: {zh: 营业执照, en: Licence}}, {slot: more, type: "
      "other}]";
  EXPECT_THAT(told({}, {.slots = two}), ElementsAre("要上传的文件 › more"));
  EXPECT_THAT(
      told({}, {.rules = "{rule: clear, check: seal_sharp}"}),
      ElementsAre("要上传的文件 › 营业执照 (licence) › 文件种类 › 复印件 (paper) › 规则 › clear",
                  "要上传的文件 › 营业执照 (licence) › 文件种类 › 复印件 (paper) › 规则 › sharp"));
}

TEST(ChangesInWords, WhatIsNoLongerSaidIsToldSo) {
  EXPECT_THAT(told({.rules = "{rule: sharp, check: seal_sharp, level: block}"}, {}),
              ElementsAre(testing::EndsWith("sharp › 问题的轻重: block → 不写")));
  EXPECT_THAT(told({.fee = "unset"}, {}), ElementsAre(testing::EndsWith("价格: 不写 → 220 元")));
}

// Between whatever projects there are, every step of every path is known to the table.
TEST(ChangesInWords, ShippedProjectsAreToldWithoutAStepOfProgrammers) {
  const auto& shipped = tests::shipped_rules();
  std::vector<Project> projects;
  for (const auto& file : shipped.projects) projects.push_back(compiled(file, shipped.documents));
  std::size_t told = 0;
  for (const Project& before : projects) {
    for (const Project& after : projects) {
      for (const auto& words : changes_in_words(before, after, kChecks, Language::Chinese)) {
        ++told;
        EXPECT_GT(static_cast<unsigned char>(words.steps.front().front()), 0x7F)
            << words.change.path;
      }
    }
  }
  EXPECT_GT(told, 100u);
}

}  // namespace
}  // namespace vermilion::rules
