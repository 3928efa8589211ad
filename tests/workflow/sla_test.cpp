#include "workflow/sla.hpp"

#include "tests/workflow/journey.hpp"
#include "workflow/messages.hpp"

#include <gmock/gmock.h>

#include <optional>
#include <string>

namespace vermilion::tests {
namespace {

using namespace workflow;

std::optional<Clock> clock_of(const Journey& journey, ClockKind kind) {
  for (const Clock& clock : clocks_of(journey.order, journey.terms, WorkingDays::shipped())) {
    if (clock.kind == kind) return clock;
  }
  return std::nullopt;
}

TEST(Sla, MakingIsDueAfterThreeDaysAndAlarmsAfterTwo) {  // 2.2, 2.36, C2
  const Journey journey = journey_to(Stage::PaperRight);
  const auto clock = clock_of(journey, ClockKind::Making);
  ASSERT_TRUE(clock);
  EXPECT_EQ(beijing_text(clock->alarm), "2026-03-12 00:00");
  EXPECT_EQ(beijing_text(clock->due), "2026-03-13 00:00");
  EXPECT_FALSE(clock->stopped);
  EXPECT_FALSE(clock->is_breached(clock->due));
  EXPECT_TRUE(clock->is_breached(clock->due + std::chrono::seconds(1)));
}

TEST(Sla, WhatStoppedInTimeIsNeverBreached) {
  const Journey journey = journey_to(Stage::Issued);
  const auto clock = clock_of(journey, ClockKind::Making);
  ASSERT_TRUE(clock && clock->stopped);
  EXPECT_FALSE(clock->is_breached(journey.now + std::chrono::days(365)));
  EXPECT_FALSE(clock->alarms(journey.now + std::chrono::days(365)));
}

TEST(Sla, InvoiceIsDueThreeDaysAfterMakingIfTheDataWasThere) {  // 2.36, C5
  Journey journey = journey_to(Stage::Making);
  journey.go("applicant invoice_data\nmaker made NEW-1\n");
  EXPECT_FALSE(clock_of(journey, ClockKind::InvoiceLate));
  EXPECT_EQ(beijing_text(clock_of(journey, ClockKind::Invoice)->due), "2026-03-13 00:00");
}

TEST(Sla, InvoiceIsDueFiveDaysAfterLateData) {  // 1.23
  Journey journey = journey_to(Stage::Issued);
  EXPECT_FALSE(clock_of(journey, ClockKind::Invoice)) << "no clock without data";
  journey.wait(std::chrono::days(7));
  journey.go("service invoice_data\n");
  EXPECT_FALSE(clock_of(journey, ClockKind::Invoice));
  EXPECT_EQ(beijing_text(clock_of(journey, ClockKind::InvoiceLate)->due), "2026-03-24 00:00");
}

TEST(Sla, AgentIsContactedWithinADayByTheClock) {  // 1.46
  Journey journey = journey_to(Stage::SealSupplement);
  const auto clock = clock_of(journey, ClockKind::SealContact);
  ASSERT_TRUE(clock);
  EXPECT_EQ(clock->due - clock->started, std::chrono::hours(24));
  journey.go("service call silent\n");
  EXPECT_FALSE(clock_of(journey, ClockKind::SealContact)->stopped) << "nobody answered";
  journey.go("service call reached\n");
  EXPECT_TRUE(clock_of(journey, ClockKind::SealContact)->stopped);
}

TEST(Sla, AVoidOrderRunsNoClock) {
  Journey journey = journey_to(Stage::PaperRight);
  journey.go("applicant void\n");
  EXPECT_TRUE(clocks_of(journey.order, journey.terms, WorkingDays::shipped()).empty());
}

TEST(Alarms, AreListedMostOverdueFirst) {
  std::vector<Order> orders;
  const auto add = [&](Stage stage, std::string id) {
    orders.push_back(journey_to(stage).order);
    orders.back().id = std::move(id);
  };
  add(Stage::PaperRight, "made_late");
  add(Stage::SealSupplement, "not_called");
  add(Stage::AwaitingParcel, "never_mailed");
  add(Stage::Draft, "no_hurry");
  const ProjectTerms terms = Journey().terms;
  const auto listed = [&](std::chrono::days later) {
    std::vector<std::string> names;
    for (const Breach& breach : alarms_of(
             orders, [&](const Order&) -> const ProjectTerms& { return terms; },
             WorkingDays::shipped(), Journey().now + later)) {
      names.push_back(breach.order);
    }
    return names;
  };
  using std::chrono::days;
  EXPECT_THAT(listed(days(0)), testing::IsEmpty());
  EXPECT_THAT(listed(days(2)), testing::ElementsAre("not_called"));
  EXPECT_THAT(listed(days(3)), testing::ElementsAre("not_called", "made_late"));
  EXPECT_THAT(listed(days(31)), testing::ElementsAre("not_called", "made_late", "never_mailed"));
}

}  // namespace
}  // namespace vermilion::tests
