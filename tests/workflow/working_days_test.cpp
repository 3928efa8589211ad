#include "workflow/working_days.hpp"

#include "workflow/data_files.hpp"
#include "workflow/messages.hpp"

#include <gmock/gmock.h>

#include <ostream>
#include <string>

namespace vermilion::tests {
namespace {

using namespace workflow;
using std::chrono::hours;

Day day(int month, int number, int year = 2026) {
  return std::chrono::sys_days(std::chrono::year(year) / month / number);
}

const WorkingDays& shipped() {
  return WorkingDays::shipped();
}

TEST(WorkingDays, WeekendsAreFreeWithoutAnyFile) {
  const WorkingDays weekends;
  EXPECT_TRUE(weekends.is_working(day(3, 13)));
  EXPECT_FALSE(weekends.is_working(day(3, 14)));
  EXPECT_FALSE(weekends.is_working(day(3, 15)));
  EXPECT_TRUE(weekends.is_working(day(10, 1))) << "nobody told it of the National Day";
  EXPECT_FALSE(weekends.knows(std::chrono::year(2026)));
}

// The notice of the State Council for 2026, of 4 November 2025, clause by clause.
TEST(WorkingDays, AreThoseOfTheNoticeFor2026) {
  struct Clause {
    Day first;
    Day last;
  };
  for (const Clause& free :
       {Clause{day(1, 1), day(1, 3)}, Clause{day(2, 15), day(2, 23)}, Clause{day(4, 4), day(4, 6)},
        Clause{day(5, 1), day(5, 5)}, Clause{day(6, 19), day(6, 21)},
        Clause{day(9, 25), day(9, 27)}, Clause{day(10, 1), day(10, 7)}}) {
    for (Day at = free.first; at <= free.last; at += std::chrono::days(1)) {
      EXPECT_FALSE(shipped().is_working(at)) << beijing_date_text(beijing(at));
    }
  }
  for (const Day worked : {day(1, 4), day(2, 14), day(2, 28), day(5, 9), day(9, 20), day(10, 10)}) {
    EXPECT_TRUE(shipped().is_working(worked)) << beijing_date_text(beijing(worked));
  }
  EXPECT_TRUE(shipped().knows(std::chrono::year(2026)));
}

// 365 days, 104 of them on weekends; seven festivals take 33 days and give six back.
TEST(WorkingDays, AreTwoHundredAndFortyEightIn2026) {
  int working = 0;
  for (Day at = day(1, 1); at <= day(12, 31); at += std::chrono::days(1)) {
    working += shipped().is_working(at);
  }
  EXPECT_EQ(working, 248);
}

struct Deadline {
  const char* from;  // what it is about
  Day day;
  int hour;
  int working_days;
  const char* due;
};

void PrintTo(const Deadline& deadline, std::ostream* out) {
  *out << deadline.from;
}

class Deadlines : public testing::TestWithParam<Deadline> {};

TEST_P(Deadlines, EndWithTheLastWorkingDay) {
  const Deadline& told = GetParam();
  const Instant from = beijing(told.day, hours(told.hour));
  EXPECT_EQ(beijing_text(shipped().deadline(from, told.working_days)), told.due);
}

INSTANTIATE_TEST_SUITE_P(
    , Deadlines,
    testing::Values(Deadline{"within a week", day(3, 9), 10, 2, "2026-03-12 00:00"},
                    Deadline{"over a weekend", day(3, 12), 10, 3, "2026-03-18 00:00"},
                    Deadline{"late on Friday", day(3, 13), 23, 2, "2026-03-18 00:00"},
                    Deadline{"begun on a Saturday", day(3, 14), 9, 2, "2026-03-18 00:00"},
                    Deadline{"over Spring Festival", day(2, 13), 9, 2, "2026-02-25 00:00"},
                    Deadline{"over National Day", day(9, 30), 9, 3, "2026-10-11 00:00"},
                    Deadline{"no day at all", day(3, 9), 9, 0, "2026-03-10 00:00"},
                    Deadline{"a year without a file", day(12, 30), 9, 3, "2027-01-05 00:00"}));

// 1.45
TEST(NextCourier, ComesAtSevenOnWorkingDays) {
  const auto at = [](Day on, int hour) {
    return beijing_text(shipped().next_courier(beijing(on, hours(hour))));
  };
  EXPECT_EQ(at(day(3, 9), 10), "2026-03-09 19:00");
  EXPECT_EQ(at(day(3, 9), 19), "2026-03-10 19:00");
  EXPECT_EQ(at(day(3, 13), 20), "2026-03-16 19:00");
}

TEST(BeijingDay, TurnsEightHoursBeforeUtc) {
  const Instant before = std::chrono::sys_days(day(3, 9)) + hours(16) - std::chrono::seconds(1);
  EXPECT_EQ(beijing_day(before), day(3, 9));
  EXPECT_EQ(beijing_day(before + std::chrono::seconds(1)), day(3, 10));
}

TEST(HolidayFile, IsReplacedByALaterVersion) {
  WorkingDays calendar;
  ASSERT_TRUE(calendar.add_year(data_files::kHolidays.front()));
  ASSERT_TRUE(calendar.add_year(
      R"({"year": 2026, "source": "s", "off": ["2026-03-09"], "on": ["2026-03-14"]})"));
  EXPECT_FALSE(calendar.is_working(day(3, 9)));
  EXPECT_TRUE(calendar.is_working(day(3, 14)));
  EXPECT_TRUE(calendar.is_working(day(10, 1))) << "the older version is gone";
}

class WrongHolidayFile : public testing::TestWithParam<const char*> {};

TEST_P(WrongHolidayFile, IsRefusedWholeWithASentence) {
  WorkingDays calendar;
  const auto added = calendar.add_year(GetParam());
  ASSERT_FALSE(added);
  EXPECT_FALSE(added.error().empty());
  EXPECT_FALSE(calendar.knows(std::chrono::year(2026)));
  EXPECT_TRUE(calendar.is_working(day(3, 9)));
}

INSTANTIATE_TEST_SUITE_P(
    , WrongHolidayFile,
    testing::Values(
        "", "[]", R"({"year": 2026, "off": [], "on": []})",
        R"({"year": "2026", "source": "s", "off": [], "on": []})",
        R"({"year": 2026, "source": "s", "off": ["2026-03-09", "2026-02-30"], "on": []})",
        R"({"year": 2026, "source": "s", "off": ["2026-03-09"], "on": ["2027-01-02"]})",
        R"({"year": 2026, "source": "s", "off": ["9 March"], "on": []})",
        R"({"year": 2026, "source": 3, "off": ["2026-03-09"], "on": []})"));

}  // namespace
}  // namespace vermilion::tests
