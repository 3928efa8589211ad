#include "service/overlay/marks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::service::overlay {
namespace {

using pipeline::Box;
using pipeline::FindingCode;
using pipeline::Level;
using rules::Language;
using testing::ElementsAre;
using testing::IsEmpty;

const PageView kView{.page = {1000, 1400}, .scale = 0.5, .corner = {40, 100}};

pipeline::Finding at(FindingCode code, std::optional<Box> box) {
  auto finding = pipeline::finding(code);
  finding.box = box;
  return finding;
}

std::vector<Item> items(std::vector<pipeline::Finding> findings) {
  return items_of({.findings = std::move(findings)}, Language::Chinese);
}

std::vector<std::string> labels(const Mark& mark) {
  std::vector<std::string> labels;
  for (const Item* item : mark.lines) labels.push_back(item->label);
  return labels;
}

TEST(ItemsOf, GravestFirstNumberedFromOne) {
  const auto listed = items({at(FindingCode::ImgTurned, {}), at(FindingCode::ImgBlur, {}),
                             at(FindingCode::SealNone, {}), at(FindingCode::ImgDark, {})});
  std::vector<std::pair<int, std::string>> seen;
  for (const Item& item : listed) seen.emplace_back(item.number, item.label);
  using testing::Pair;
  EXPECT_THAT(seen, ElementsAre(Pair(1, "无公章"), Pair(2, "页面模糊"), Pair(3, "页面过暗"),
                                Pair(4, "方向不正")));
}

TEST(MarksOf, BoxIsWhereThePageIsShown) {
  const auto listed = items({at(FindingCode::SealFaint, Box{100, 200, 300, 400})});
  const auto marks = marks_of(listed, kView);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks[0].box, Rect(90, 200, 150, 200));
  EXPECT_EQ(marks[0].level, Level::Warn);
}

TEST(MarksOf, FindingsOfOneSealShareABoxAtTheGravestLevel) {
  const auto listed = items({at(FindingCode::SealFaint, Box{100, 200, 300, 300}),
                             at(FindingCode::SealNotRed, Box{102, 199, 300, 301}),
                             at(FindingCode::SealFaint, Box{600, 200, 300, 300})});
  const auto marks = marks_of(listed, kView);
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].level, Level::Block);
  EXPECT_THAT(labels(marks[0]), ElementsAre("印章非红色", "印章过淡"));
  EXPECT_THAT(labels(marks[1]), ElementsAre("印章过淡"));
}

TEST(MarksOf, BoxInsideAnotherIsItsOwn) {
  const auto listed = items({at(FindingCode::SealFaint, Box{100, 200, 300, 300}),
                             at(FindingCode::SealCoversText, Box{150, 250, 200, 40})});
  EXPECT_EQ(marks_of(listed, kView).size(), 2u);
}

TEST(MarksOf, WhatHasNoPlaceOrTheWholePageIsLeftToTheList) {
  const auto listed =
      items({at(FindingCode::ImgLowres, {}), at(FindingCode::ImgBlur, Box{0, 0, 1000, 1400})});
  EXPECT_THAT(marks_of(listed, kView), IsEmpty());
}

TEST(MarksOf, BoxIsCutAtThePageAndGoneBeyondIt) {
  const auto listed = items({at(FindingCode::ImgCropped, Box{900, 100, 400, 100}),
                             at(FindingCode::ImgCropped, Box{2000, 100, 400, 100})});
  const auto marks = marks_of(listed, kView);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks[0].box, Rect(490, 150, 50, 50));
}

TEST(FactsOf, EachFactIsShownWithItsValue) {
  pipeline::Facts facts;
  facts.credit_code = {.value = "91360000625912173B", .box = {100, 100, 400, 40}};
  facts.seals = {{.role = pipeline::SealRole::Holder, .diameter_mm = 39.96},
                 {.role = pipeline::SealRole::Registrar}};
  facts.qr = {{.text = "http://example.test"}};
  std::vector<std::string> texts;
  for (const auto& fact : facts_of(facts, kView, Language::Chinese)) texts.push_back(fact.text);
  EXPECT_THAT(texts, ElementsAre("91360000625912173B", "单位章 40.0 mm", "登记机关章", "二维码"));
  EXPECT_THAT(facts_of({}, kView, Language::Chinese), IsEmpty());
}

}  // namespace
}  // namespace vermilion::service::overlay
