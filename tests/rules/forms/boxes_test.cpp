#include "rules/forms/boxes.hpp"

#include "tests/rules/rule_files.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules::forms {
namespace {

std::vector<MisplacedBox> misplaced(const Box& first, const Box& second) {
  return forms::misplaced(std::vector<Placed>{{"fields/a", first}, {"fields/b", second}});
}

TEST(FormBoxes, CellsThatShareAnEdgeStayApart) {
  EXPECT_TRUE(misplaced({20, 50, 80, 9}, {100, 50, 80, 9}).empty());
  EXPECT_TRUE(misplaced({20, 50, 80, 9}, {20, 59, 80, 9}).empty());
}

TEST(FormBoxes, BoxOnAnotherIsToldOnceAndAtTheLaterOne) {
  const auto faults = misplaced({20, 50, 80, 9}, {90, 55, 80, 9});
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].which, 1u);
  EXPECT_EQ(faults[0].other, "fields/a");
}

TEST(FormBoxes, BoxOverAnyEdgeOfTheSheetIsOffIt) {
  for (const Box& box : {Box{150, 50, 61, 9}, Box{20, 290, 80, 8}}) {
    const auto faults = misplaced({20, 50, 80, 9}, box);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].fault, BoxFault::OffPage);
  }
}

TEST(FormBoxes, MarksInTheCornersAreKeptFree) {
  for (const Box& mark : corner_marks()) {
    const auto faults = misplaced({50, 100, 80, 9}, {mark.x + 5, mark.y + 1, 5, 1});
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].other, "corner_mark");
  }
}

TEST(FormBoxes, CodeNeedsRoomForTheNumberUnderIt) {
  Form form{.generation = 1};
  form.fields.push_back({.id = "a", .box = {150, kCode.bottom() + 1, 40, 9}});
  ASSERT_EQ(forms::misplaced(placed(form)).size(), 1u);
  form.fields[0].box.y += kCodeCaption;
  EXPECT_TRUE(forms::misplaced(placed(form)).empty());
}

TEST(FormBoxes, ItemNobodyCouldPrintLacksAKey) {
  Form form;
  form.stamps.push_back({.id = "organisation", .box = {20, 50, 40, 40}});
  form.texts.push_back({.id = "title", .paragraphs = {"甲"}});
  const auto all = lacking(form);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].path + "/" + all[0].key, "stamps/organisation/by");
  EXPECT_EQ(all[1].path + "/" + all[1].key, "texts/title/box");
  EXPECT_EQ(all[2].key, "generation");
}

constexpr const char* kSheetType = R"(document: sheet
name: {zh: 表, en: Sheet}
form:
  generation: 1
  stamps: [{stamp: seal, by: organisation, with: [seal], box: {x: 20, y: 90, w: 80, h: 80}}]
)";

// A shipped project with one more slot, whose override adds a text.
RuleFile project_adding(const std::string& text) {
  std::string project = tests::shipped_rules().projects.front().source.text;
  const std::string documents = "\ndocuments:\n";
  project.insert(project.find(documents) + documents.size(),
                 "  - slot: sheet\n    type: sheet\n    source: S1/2.21\n    override:\n"
                 "      form:\n        texts: [" +
                     text + "]\n");
  return tests::rule_file("tried", project);
}

std::vector<FileMistake> mistakes_of(const RuleFile& project) {
  auto documents = tests::shipped_rules().documents;
  documents.push_back(tests::rule_file("sheet", kSheetType));
  const auto made = compile(project, documents);
  return made ? std::vector<FileMistake>{} : made.error();
}

// What a project adds to a type no single file shows.
TEST(FormBoxes, OverrideThatOverlapsIsToldAtItsBox) {
  const RuleFile project =
      project_adding("{text: note, paragraphs: [甲], box: {x: 90, y: 100, w: 40, h: 8}}");
  const auto mistakes = mistakes_of(project);
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].mistake.code, MistakeCode::BoxesOverlap);
  EXPECT_EQ(mistakes[0].file, "tried.yaml");
  EXPECT_EQ(project.source.text.substr(mistakes[0].mistake.span.begin, 6), "{x: 90");
}

TEST(FormBoxes, OverrideThatAddsHalfAnItemIsToldWhatIsMissing) {
  const auto mistakes =
      mistakes_of(project_adding("{text: note, box: {x: 110, y: 100, w: 40, h: 8}}"));
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].mistake.code, MistakeCode::KeyMissing);
  EXPECT_EQ(mistakes[0].mistake.words.at("key"), "paragraphs");
}

}  // namespace
}  // namespace vermilion::rules::forms
