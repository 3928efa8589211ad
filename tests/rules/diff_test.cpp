#include "rules/diff.hpp"

#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

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
      ElementsAre(Change{"documents/page/types/page/checks/sharp/level", "\"warn\"", std::nullopt},
                  Change{"operations/new/variants/main/fee", std::nullopt, "22000"}));
}

TEST(Changes, NewRuleIsToldWithItsPlace) {
  EXPECT_THAT(changes(fair("1", kSharp), fair("1", both(kSharp, kBright))),
              ElementsAre(Change{"documents/page/types/page/checks/bright/check", std::nullopt,
                                 "\"page_bright\""},
                          Change{"documents/page/types/page/checks/order", "[\"sharp\"]",
                                 "[\"sharp\",\"bright\"]"}));
}

TEST(Changes, OrderAloneIsAChange) {
  EXPECT_THAT(changes(fair("1", both(kSharp, kBright)), fair("1", both(kBright, kSharp))),
              ElementsAre(Change{"documents/page/types/page/checks/order", "[\"sharp\",\"bright\"]",
                                 "[\"bright\",\"sharp\"]"}));
}

}  // namespace
}  // namespace vermilion::rules
