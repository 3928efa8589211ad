#include "rules/warnings.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace vermilion::rules {
namespace {

using pipeline::FindingCode;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::compiled;
using tests::rule_file;

constexpr std::array kBlur{FindingCode::ImgBlur};
constexpr std::array kNoSeal{FindingCode::SealNone};
constexpr std::array kChecks{
    pipeline::CheckDescription{"page_sharp", "", "", true, kBlur, {}},
    pipeline::CheckDescription{"seal_present", "", "", true, kNoSeal, {}},
};

constexpr const char* kPage = R"(document: page
name: {zh: 页, en: Page}
checks:
  - {rule: sharp, check: page_sharp}
  - {rule: sealed, check: seal_present}
  - {rule: recorded, check: page_sharp, mode: log}
  - {rule: asked, review: {zh: 是, en: yes}}
)";

Project project(const std::string& id, bool draft = false) {
  return compiled(rule_file(id, "project: " + id + "\ndraft: " + (draft ? "true" : "false") +
                                    "\ndocuments: [{slot: letter, type: page}]\n"),
                  {rule_file("page", kPage)});
}

Case expecting(Expectation expected) {
  return {.documents = {{.slot = "letter"}}, .expected = std::move(expected)};
}

std::vector<std::string> untried(const std::vector<TriedProject>& projects) {
  std::vector<std::string> names;
  for (const auto& [file, doubt] : untried_rules(projects, kChecks)) {
    EXPECT_EQ(file, "page.yaml");
    names.push_back(doubt.words.at("name"));
  }
  return names;
}

TEST(UntriedRules, WhatMeasuresIsTriedByWhatItFindsOrByItsName) {
  const Project fair = project("fair");
  EXPECT_THAT(untried({{&fair, {}}}), ElementsAre("sharp", "sealed"));
  EXPECT_THAT(untried({{&fair, {expecting({.must = {"IMG_BLUR"}})}}}), ElementsAre("sealed"));
  EXPECT_THAT(untried({{&fair, {expecting({.must = {"sharp"}, .todo = {"SEAL_NONE"}})}}}),
              IsEmpty());
}

TEST(UntriedRules, WhatMustNotBeFoundIsNotTried) {
  const Project fair = project("fair");
  EXPECT_THAT(untried({{&fair, {expecting({.must_not = {"IMG_BLUR", "SEAL_NONE"}})}}}),
              ElementsAre("sharp", "sealed"));
}

TEST(UntriedRules, SharedTypeIsTriedOnceAnyProjectTriesIt) {
  const Project fair = project("fair");
  const Project other = project("other");
  EXPECT_THAT(untried({{&fair, {}}, {&other, {expecting({.must = {"IMG_BLUR"}})}}}),
              ElementsAre("sealed"));
}

TEST(UntriedRules, DraftIsNotAskedAbout) {
  const Project draft = project("fair", true);
  EXPECT_THAT(untried({{&draft, {}}}), IsEmpty());
}

}  // namespace
}  // namespace vermilion::rules
