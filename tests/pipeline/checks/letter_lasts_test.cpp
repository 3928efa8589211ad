#include "pipeline/checks/letter_lasts.hpp"

#include "tests/pipeline/checks/dated_page.hpp"
#include "tests/pipeline/checks/form_scans.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>

namespace vermilion::pipeline::checks {
namespace {

using namespace std::chrono_literals;

TEST(LetterLasts, DocumentThatEndsLongAfterPasses) {
  EXPECT_TRUE(found_on(2026y / 11 / 21, kLetterLasts).empty());
}

TEST(LetterLasts, DocumentThatHasEndedIsReported) {
  const auto found = found_on(2027y / 6 / 10, kLetterLasts);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::LetterExpiresSoon);
}

Measurement by_hand(double agreed) {
  const auto today = std::chrono::sys_days(2026y / 11 / 21).time_since_epoch().count();
  return {.code = FindingCode::TplHandwritten,
          .values = {{"days_left", 0},
                     {"agreed", agreed},
                     {"today_days", static_cast<double>(today)}},
          .words = {{"field", "委托期限"}, {"read", "2031-12-31"}}};
}

TEST(LetterLasts, DayByHandGoesToAPersonWithTheFirstThatWillDo) {
  const std::array doubtful{by_hand(0.5)};
  const auto found = decide(kLetterLasts.description, doubtful, {.check = "letter_lasts"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::TplHandwritten);
  EXPECT_EQ(found.front().words.at("expected"), "2026年12月21日");
  EXPECT_EQ(found.front().words.at("read"), "2031-12-31");
}

TEST(LetterLasts, DayByHandIsNotBelievedWhereItWillDo) {
  Measurement late = by_hand(1);
  late.values["days_left"] = 1800;
  const std::array sure{late};
  const auto found = decide(kLetterLasts.description, sure, {.check = "letter_lasts"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::TplHandwritten);
}

TEST(LetterLasts, DayByHandThatReadsTooSoonInEveryLookIsReported) {
  Measurement soon = by_hand(1);
  soon.code = FindingCode::LetterExpiresSoon;
  soon.values["days_left"] = 8;
  const std::array sure{soon, by_hand(1)};
  const auto found = decide(kLetterLasts.description, sure, {.check = "letter_lasts"});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::LetterExpiresSoon);
  EXPECT_EQ(found.front().value, 8);
}

TEST(LetterLasts, DayByHandOnAFormIsToldWithItsPlace) {
  const auto report = tests::checked_letter(2026y / 11 / 21, {.seed = 41});
  const auto measured = report.measurements.find("letter_lasts");
  ASSERT_NE(measured, report.measurements.end());
  ASSERT_FALSE(measured->second.empty());
  const Measurement& written = measured->second.back();
  EXPECT_EQ(written.code, FindingCode::TplHandwritten);
  ASSERT_TRUE(written.box);
  EXPECT_GT(written.box->width, written.box->height);
  EXPECT_EQ(written.words.at("field"), "委托期限");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
