#include "bench/speed/rule_work.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace vermilion::speed {
namespace {

const std::filesystem::path kRules = std::filesystem::path(VERMILION_SOURCE_DIR) / "rules";

// What is timed is done on the real thing: the files are rules, the report is of a page.
TEST(RuleWork, IsDoneOnShippedRulesAndAPageThatWasInspected) {
  const RuleBook book = rule_book(kRules, "yingtan_sunshine", tests::inspector());
  EXPECT_EQ(book.project.id, "yingtan_sunshine");
  EXPECT_TRUE(book.report.readable);
  EXPECT_GT(book.report.measurements.size(), 10u);
  for (const RuleErrand& errand : rule_errands()) {
    if (errand.at_once == 1) continue;  // seconds
    EXPECT_GT(cost_ms(errand, book, 1), 0) << errand.name;
  }
}

TEST(RuleWork, ProjectThatIsNotThereIsAFailure) {
  EXPECT_THROW(static_cast<void>(rule_book(kRules, "no_such", tests::inspector())),
               std::runtime_error);
}

}  // namespace
}  // namespace vermilion::speed
