#include "workflow/guards/handling.hpp"

#include "workflow/working_days.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using namespace workflow;

Instant day(int year, int month, int number) {
  return beijing(std::chrono::sys_days(std::chrono::year(year) / month / number));
}

// 5.30: from the old end while it runs, from the download once it has run out.
TEST(RenewedUntil, CountsFromTheLaterOfEndAndDownload) {
  EXPECT_EQ(guards::renewed_until(day(2026, 4, 8), 2, day(2026, 3, 9)), day(2028, 4, 8));
  EXPECT_EQ(guards::renewed_until(day(2026, 1, 8), 2, day(2026, 3, 9)), day(2028, 3, 9));
}

TEST(RenewedUntil, ALeapDayEndsWithFebruary) {
  const Instant leap = std::chrono::sys_days(std::chrono::year(2028) / 2 / 29);
  const Instant expected = std::chrono::sys_days(std::chrono::year(2029) / 2 / 28);
  EXPECT_EQ(guards::renewed_until(leap, 1, day(2026, 3, 9)), expected);
}

}  // namespace
}  // namespace vermilion::tests
