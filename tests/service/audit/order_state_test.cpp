#include "service/audit/order_state.hpp"

#include "service/audit/ledger_pages.hpp"
#include "tests/workflow/journey.hpp"
#include "workflow/fold.hpp"

#include <gtest/gtest.h>

#include <span>

namespace vermilion::service::audit {
namespace {

// What an auditor is to be shown must be in the state: an event that leaves it alone is one he
// cannot see. All that only notes something an order does not keep is named here.
bool may_leave_it_alone(const workflow::Event& event) {
  using enum workflow::EventKind;
  return event.kind == CallLogged;
}

TEST(OrderState, ShowsWhatEveryEventOfALifeChanges) {
  auto journey = tests::journey_to(workflow::Stage::Issued);
  const std::span all(journey.log);
  ASSERT_GT(all.size(), 15U);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto before = state_of(workflow::fold(all.first(i)));
    const auto after = state_of(workflow::fold(all.first(i + 1)));
    const bool changed = !changes_between(before, after).empty();
    EXPECT_TRUE(changed || may_leave_it_alone(all[i]))
        << "event " << i << ": " << workflow::name_of(all[i].kind);
  }
}

}  // namespace
}  // namespace vermilion::service::audit
