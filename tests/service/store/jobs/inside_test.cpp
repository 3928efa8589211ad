#include "service/store/jobs/inside.hpp"

#include "tests/service/store/orders/a_world.hpp"
#include "workflow/digest.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
namespace org = workflow::organisation;
using workflow::Role;

class JobsInside : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, JobsInside, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

struct Firm {
  explicit Firm(Backend backend) : store(backend), world(store, 1), jobs(store.orders) {}

  void say(const std::string& who, org::Body body) {
    const org::Command command{"say" + std::to_string(++said), {Role::Service, who}, body};
    const auto answer = store.orders.say(world.organisation(), command);
    ASSERT_TRUE(answer) << answer.error().detail;
    ASSERT_TRUE(*answer) << workflow::name_of(answer->error().code);
  }
  void begin(const std::string& order) {
    Journey journey;
    journey.id = order;
    auto begin = std::get<workflow::Begin>(bodies_of(journey, {"begin", "new", "sub"}).front());
    begin.organisation = world.organisation();
    const auto answer = store.orders.say(order, {"begin", {Role::Applicant, "a"}, begin});
    ASSERT_TRUE(answer && *answer);
  }
  // Does what can be done inside; gives the kinds of what is left.
  std::vector<std::string> work() {
    std::vector<std::string> left;
    const auto claims = jobs.claim("w", 100);
    for (const jobs::Claim& claim : *claims) {
      const auto said_inside = jobs::said_inside(store.orders, claim);
      EXPECT_TRUE(said_inside);
      if (!*said_inside) {
        left.push_back(claim.key);
        continue;
      }
      const auto refusals = jobs.finish(claim, **said_inside);
      EXPECT_TRUE(refusals) << refusals.error().detail;
      EXPECT_THAT(*refusals, testing::IsEmpty());
    }
    return left;
  }

  AStore store;
  AWorld world;
  jobs::Jobs jobs;
  int said = 0;
};

TEST_P(JobsInside, RenameMakesOpenOrdersVoid) {
  Firm firm(GetParam());
  firm.begin("A");
  firm.begin("B");
  const org::AskRename rename{"鹰潭市样例有限公司", "鹰潭市范例有限公司", "一字之差", "e"};
  const auto before = *firm.store.orders.organisation(firm.world.organisation());
  firm.say("first", rename);
  firm.say("second", org::ConfirmRename{workflow::sha256_of(org::rename_subject(before, rename))});
  EXPECT_THAT(firm.work(), testing::Not(testing::Contains(testing::StartsWith("void_orders"))));
  for (const char* id : {"A", "B"}) {
    const auto order = *firm.store.orders.order(id);
    EXPECT_EQ(order.stage, workflow::Stage::Void);
    EXPECT_EQ(order.void_reason, workflow::VoidReason::WrongName);
  }
}

TEST_P(JobsInside, RightCodeSupersedesTheWrongOne) {
  Firm firm(GetParam());
  firm.begin("A");
  const std::string right = "91360600MA0000990A";
  const auto say = [&](const char* id, org::Body body) {
    const auto answer = firm.store.orders.say(right, {id, {Role::Applicant, "a"}, body});
    ASSERT_TRUE(answer && *answer);
  };
  say("1", org::SendCode{org::Purpose::Register, "13807010003", "d", true});
  say("2", org::EnterCode{org::Purpose::Register, "13807010003", "d"});
  say("3", org::Register{right, "鹰潭市样例有限公司", "s", "张三", "13807010003",
                         firm.world.organisation()});
  firm.work();
  const auto wrong = *firm.store.orders.organisation(firm.world.organisation());
  EXPECT_EQ(wrong.state, org::State::Superseded);
  EXPECT_EQ(wrong.superseded_by, right);
  firm.work();  // and what follows from that
  EXPECT_EQ(firm.store.orders.order("A")->void_reason, workflow::VoidReason::WrongCode);
}

TEST_P(JobsInside, WhatIsForOthersIsLeftToThem) {
  Firm firm(GetParam());
  EXPECT_THAT(firm.work(), testing::Contains(testing::StartsWith("send_code/")));
}

}  // namespace
}  // namespace vermilion::tests
