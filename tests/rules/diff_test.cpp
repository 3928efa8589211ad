#include "rules/diff.hpp"

#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

using enum Change::Kind;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::compiled;
using tests::rule_file;

Project fair(std::string_view fee, std::string_view rules) {
  const std::string project =
      "project: fair\nname: {zh: 甲, en: a}\noperations:\n  new: "
      "{variants: {main: {seal: true, fee: " +
      std::string(fee) + "}}}\ndocuments:\n  - {slot: page, type: page}\n";
  const std::string type =
      "document: page\nname: {zh: 页, en: page}\nchecks: [" + std::string(rules) + "]\n";
  return compiled(rule_file("fair", project), {rule_file("page", type)});
}

constexpr std::string_view kSharp = "{rule: sharp, check: page_sharp, level: warn}";
constexpr std::string_view kBright = "{rule: bright, check: page_bright}";

std::string both(std::string_view first, std::string_view second) {
  return std::string(first) + ", " + std::string(second);
}

TEST(Changes, SameMeaningHasNone) {
  EXPECT_THAT(changes(fair("1", kSharp), fair("1", kSharp)), IsEmpty());
}

TEST(Changes, EachIsToldByItsPathWithBothValues) {
  EXPECT_THAT(
      changes(fair("unset", kSharp), fair("22000", "{rule: sharp, check: page_sharp}")),
      ElementsAre(Change{Changed, "documents/page/types/page/checks/sharp/level", "\"warn\"", {}},
                  Change{Changed, "operations/new/variants/main/fee", {}, "22000"}));
}

TEST(Changes, RuleThatIsNewOrGoneIsOneChange) {
  const std::string path = "documents/page/types/page/checks/bright";
  EXPECT_THAT(changes(fair("1", kSharp), fair("1", both(kSharp, kBright))),
              ElementsAre(Change{Added, path}));
  EXPECT_THAT(changes(fair("1", both(kBright, kSharp)), fair("1", kSharp)),
              ElementsAre(Change{Removed, path}));
}

TEST(Changes, OrderAloneIsAChange) {
  EXPECT_THAT(changes(fair("1", both(kSharp, kBright)), fair("1", both(kBright, kSharp))),
              ElementsAre(Change{Moved, "documents/page/types/page/checks",
                                 "[\"sharp\",\"bright\"]", "[\"bright\",\"sharp\"]"}));
}

// Whatever pair of projects: a change is told exactly where the digests differ.
TEST(Changes, AreToldExactlyWhereTheDigestsDiffer) {
  const auto& shipped = tests::shipped_rules();
  std::vector<Project> projects;
  for (const auto& file : shipped.projects) projects.push_back(compiled(file, shipped.documents));
  ASSERT_GT(projects.size(), 5u);
  for (const Project& before : projects) {
    for (const Project& after : projects) {
      EXPECT_EQ(changes(before, after).empty(), before.digest == after.digest)
          << before.id << ' ' << after.id;
    }
  }
}

}  // namespace
}  // namespace vermilion::rules
