#include "service/scans/order_facts.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::scans::facts_of;
using service::scans::printed_facts_of;
using namespace workflow;

Order an_order() {
  Order order;
  order.id = "O1";
  order.organisation = "91360000MA35ABCDXY";
  order.organisation_name = "样例有限公司";
  order.variant = "main";
  order.agent = {"王小明", "13807010001"};
  return order;
}

Event filled(const std::string& agent, Instant at) {
  Event event;
  event.at = at;
  event.body = FillForm{{agent, "13807010001"}, {{"李四", "13807010002"}, "样例路1号"}};
  return event;
}

TEST(OrderFacts, SayWhatTheOrderSays) {
  const auto facts = facts_of(an_order(), true);
  EXPECT_EQ(facts.credit_code, "91360000MA35ABCDXY");
  EXPECT_EQ(facts.operation, "new");
  EXPECT_EQ(facts.organisation_kind, "company");
  EXPECT_EQ(facts.province, "36");
  EXPECT_EQ(facts.order_number, "O1");
  EXPECT_EQ(facts.main_key_exists, true);
  EXPECT_EQ(facts.legal_person_verified, std::nullopt);
  EXPECT_EQ(facts.legal_person, std::nullopt);
}

TEST(OrderFacts, VerificationIsKnownWhereItIsNeeded) {
  Order order = an_order();
  order.verification.state = Verification::State::Pending;
  EXPECT_EQ(facts_of(order).legal_person_verified, false);
  order.verification.state = Verification::State::Passed;
  EXPECT_EQ(facts_of(order).legal_person_verified, true);
}

TEST(OrderFacts, FormsSayWhatWasFilledInLastAndThatDayInBeijing) {
  using namespace std::chrono;
  const Instant late = sys_days(2026y / June / 15) + 17h;  // one in the morning in Beijing
  EXPECT_FALSE(printed_facts_of(an_order(), {}));
  const std::vector<Event> history{filled("王小明", late - days(3)), filled("赵小红", late)};
  const auto facts = printed_facts_of(an_order(), history);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->agent, "赵小红");
  EXPECT_EQ(facts->details.at("date"), "2026-06-16");
  EXPECT_EQ(facts->details.at("recipient_address"), "样例路1号");
}

}  // namespace
}  // namespace vermilion::tests
