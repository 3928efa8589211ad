#include "service/store/orders/orders.hpp"

#include "service/store/orders/refusals.hpp"
#include "tests/service/store/orders/a_world.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <functional>
#include <mutex>
#include <thread>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
namespace org = workflow::organisation;
using workflow::RefusalCode;
using workflow::Role;

class OrdersDoor : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, OrdersDoor, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

constexpr const char* kCode = "91360600MA0000010A";  // of world 1

workflow::Begin begin_of(const std::string& order, const char* variant = "main") {
  Journey journey;
  journey.id = order;
  auto begin = std::get<workflow::Begin>(bodies_of(journey, {"begin", "new", variant}).front());
  begin.organisation = kCode;
  return begin;
}

workflow::Command said_by(Role role, const std::string& id, workflow::Body body) {
  return {id, {role, "x"}, std::move(body)};
}

// An order of world 1, brought so far by lines.
struct Told {
  explicit Told(Backend backend) : store(backend), world(store, 1) { journey.id = "O1"; }

  void go(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      auto words = words_in(line);
      const std::string who = words.front();
      const auto role = std::ranges::find(workflow::kRoleNames, who, &workflow::RoleName::name);
      words.erase(words.begin());
      for (workflow::Body body : bodies_of(journey, words)) {
        if (auto* begin = std::get_if<workflow::Begin>(&body)) begin->organisation = kCode;
        const auto answer =
            store.orders.say("O1", {fmt::format("c{}", ++journey.commands),
                                    {static_cast<Role>(role - workflow::kRoleNames.begin()), who},
                                    body});
        ASSERT_TRUE(answer) << answer.error().detail << " " << answer.error().constraint;
        ASSERT_TRUE(*answer) << line << ": " << name_of(answer->error().code);
        journey.order = (*answer)->order;
      }
    }
  }
  void go_to_payment() {
    go({"applicant begin new main", "applicant fill_form", "system verify passed",
        "applicant upload all", "system inspect all clean", "applicant submit", "reviewer claim",
        "reviewer accept all", "reviewer approve", "applicant open P1 wechat"});
  }
  std::int64_t count(const std::string& sql) {
    const auto counted = store.database.read([&](auto& transaction) {
      return std::get<0>(*transaction.template row<std::int64_t>("SELECT count(*) FROM " + sql));
    });
    return *counted;
  }

  AStore store;
  AWorld world;
  Journey journey;
};

// Runs the same in many threads at once.
void at_once(int threads, const std::function<void(int)>& work) {
  std::vector<std::jthread> running;
  for (int i = 0; i < threads; ++i) running.emplace_back(work, i);
}

TEST_P(OrdersDoor, ListsTellWhoseTurnItIs) {
  Told told(GetParam());
  told.go_to_payment();
  const auto lines = told.store.orders.list({.turn = "applicant"});
  ASSERT_EQ(lines->size(), 1u);
  const orders::Line& line = lines->front();
  EXPECT_EQ(line.stage, "awaiting_payment");
  EXPECT_EQ(line.status, "review_passed");
  EXPECT_EQ(line.payment_status, "due");
  EXPECT_EQ(line.waiting_for, "payment");
  EXPECT_EQ(line.organisation, kCode);
  EXPECT_THAT(*told.store.orders.list({.stage = "draft"}), testing::IsEmpty());
}

TEST_P(OrdersDoor, RefusalLeavesNoTrace) {
  Told told(GetParam());
  const auto entries = told.count("ledger");
  const auto refused =
      told.store.orders.say("O1", said_by(Role::Applicant, "c", workflow::Submit{}));
  ASSERT_TRUE(refused);
  EXPECT_FALSE(*refused);
  EXPECT_EQ(told.count("ledger"), entries);
  EXPECT_EQ(told.count("orders"), 0);
}

TEST_P(OrdersDoor, RefusalThatMayBeAnAttackIsAnEntryOfTheLedger) {
  Told told(GetParam());
  told.go_to_payment();
  const auto before = *told.store.orders.order("O1");
  const auto refused = told.store.orders.say(
      "O1", said_by(Role::Maker, "c", workflow::NotePayment{"P1", "T", {22000}, {}}));
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->error().code, RefusalCode::NotYourPart);
  EXPECT_EQ(told.count("ledger WHERE stream = 'refusals'"), 1);
  EXPECT_TRUE(*told.store.orders.order("O1") == before);
}

TEST_P(OrdersDoor, OrderOfAnUnregisteredOrganisationIsRefusedWhole) {
  AStore store(GetParam());
  const auto said = store.orders.say("O1", said_by(Role::Applicant, "c", begin_of("O1")));
  ASSERT_TRUE(said) << said.error().detail;
  ASSERT_FALSE(*said);
  EXPECT_EQ(said->error().code, RefusalCode::NotRegistered);
  EXPECT_EQ(store.orders.order("O1")->version, 0u);
}

TEST_P(OrdersDoor, UnknownProjectIsNotOpen) {
  Told told(GetParam());
  auto begin = begin_of("O1");
  begin.project = "atlantis";
  const auto said = told.store.orders.say("O1", said_by(Role::Applicant, "c", begin));
  ASSERT_TRUE(said);
  EXPECT_FALSE(*said);
}

// A renewal is counted from the end of the certificate: the registry's, not the applicant's.
TEST_P(OrdersDoor, CertificateWithAnEndOfItsOwnIsUnknown) {
  Told told(GetParam());
  Journey journey;
  journey.id = "O1";
  journey.registry->serial = "W1-OLD-1";
  auto begin = std::get<workflow::Begin>(
      bodies_of(journey, {"begin", "renew", "organisation", "years=2"}).front());
  begin.organisation = kCode;
  begin.chosen->valid_until += std::chrono::hours(24 * 30);
  const auto refused = told.store.orders.say("O1", said_by(Role::Applicant, "c1", begin));
  ASSERT_TRUE(refused) << refused.error().detail;
  ASSERT_FALSE(*refused);
  EXPECT_EQ(refused->error().code, RefusalCode::CertificateUnknown);
  begin.chosen->valid_until -= std::chrono::hours(24 * 30);
  const auto begun = told.store.orders.say("O1", said_by(Role::Applicant, "c2", begin));
  ASSERT_TRUE(begun && *begun) << name_of(begun->error().code);
}

TEST_P(OrdersDoor, OrderUnderAnothersIdIsAMistake) {
  Told told(GetParam());
  const auto said = told.store.orders.say("O2", said_by(Role::Applicant, "c", begin_of("O1")));
  ASSERT_FALSE(said);
}

TEST_P(OrdersDoor, TextThatIsNoUtf8IsRefusedWhole) {
  Told told(GetParam());
  told.go({"applicant begin new main"});
  const auto said = told.store.orders.say(
      "O1", said_by(Role::Applicant, "c",
                    workflow::FillForm{{"\xff", "13807010001"}, {{"李四", "13907010002"}, "x"}}));
  ASSERT_FALSE(said);
  EXPECT_EQ(told.store.orders.order("O1")->version, 1u);
}

// Of eight who want the one main key at the same time, one gets it.
TEST_P(OrdersDoor, OneMainKeyHoweverManyAskAtOnce) {
  Told told(GetParam());
  std::mutex mutex;
  std::multiset<std::string> answers;
  at_once(8, [&](int i) {
    const std::string id = fmt::format("R{}", i);
    const auto said =
        told.store.orders.say(id, said_by(Role::Applicant, "begin " + id, begin_of(id)));
    ASSERT_TRUE(said) << said.error().detail;
    const std::lock_guard lock(mutex);
    answers.insert(*said ? "begun" : std::string(name_of(said->error().code)));
  });
  EXPECT_EQ(answers.count("begun"), 1u);
  EXPECT_EQ(answers.count("MAIN_KEY_RESERVED"), 7u);
  EXPECT_EQ(told.count("main_keys"), 1);
}

// The same notice fifty times at once, each time as a callback of the gateway.
TEST_P(OrdersDoor, NoticeThatCameFiftyTimesPaysOnce) {
  Told told(GetParam());
  told.go_to_payment();
  std::atomic<int> events = 0;
  at_once(10, [&](int thread) {
    for (int i = 0; i < 5; ++i) {
      const auto said =
          told.store.orders.say("O1",
                                said_by(Role::System, fmt::format("notice {} {}", thread, i),
                                        workflow::NotePayment{"P1", "T1", {22000}, {}}),
                                {"wechat", "EV-1"});
      ASSERT_TRUE(said) << said.error().detail;
      ASSERT_TRUE(*said);
      events += static_cast<int>((*said)->events.size());
    }
  });
  EXPECT_EQ(events, 1);
  EXPECT_EQ(told.count("attempts WHERE state = 'settled'"), 1);
  EXPECT_EQ(told.count("callbacks"), 1);
}

// Whatever the program decided: the tables themselves let these happen once.
TEST_P(OrdersDoor, SecondTimeBreaksTheRuleOfTheTable) {
  const std::vector<std::tuple<std::string, std::string, std::string>> kTwice{
      {"attempts.order_id",
       "INSERT INTO attempts VALUES ('A', 'O', 'wechat', 'settled', 1, 1, 'T', 0)",
       "INSERT INTO attempts VALUES ('B', 'O', 'wechat', 'settled', 1, 1, 'U', 0)"},
      {"attempts.id", "INSERT INTO attempts VALUES ('A', 'O', 'wechat', 'open', 1, 1, 'T', 0)",
       "INSERT INTO attempts VALUES ('A', 'P', 'wechat', 'open', 1, 1, 'T', 0)"},
      {"refunds.id", "INSERT INTO refunds VALUES ('R', 'O', 'A', 'sent', 1, 0)",
       "INSERT INTO refunds VALUES ('R', 'P', 'B', 'sent', 1, 0)"},
      {"revocations.serial", "INSERT INTO revocations VALUES ('S', 'O')",
       "INSERT INTO revocations VALUES ('S', 'P')"},
      {"certificates.serial", "INSERT INTO certificates VALUES ('S', 'O', 'K', 'C', 'P', 0, 0, 0)",
       "INSERT INTO certificates VALUES ('S', 'P', 'K', 'C', 'P', 0, 0, 0)"},
      {"main_keys.organisation, main_keys.project",
       "INSERT INTO main_keys VALUES ('C', 'P', 'reserved', 'O', '', 0)",
       "INSERT INTO main_keys VALUES ('C', 'P', 'issued', 'P', 'S', 0)"},
      {"callbacks.provider, callbacks.id", "INSERT INTO callbacks VALUES ('wechat', 'E', 0)",
       "INSERT INTO callbacks VALUES ('wechat', 'E', 1)"},
      {"jobs.key",
       "INSERT INTO jobs VALUES ('K', 1, 0, 'order/O', 'x', '{}', 'waiting', 0, 0, 0, '', 0, 0, "
       "'', '', 0)",
       "INSERT INTO jobs VALUES ('K', 2, 0, 'order/P', 'x', '{}', 'waiting', 0, 0, 0, '', 0, 0, "
       "'', '', 0)"},
  };
  AStore store(GetParam());
  for (const auto& [rule, once, again] : kTwice) {
    const auto twice =
        store.database.transact([&, &first = once, &second = again](auto& transaction) {
          transaction.run(first);
          transaction.run(second);
        });
    ASSERT_FALSE(twice) << rule;
    EXPECT_EQ(twice.error().constraint, rule);
    EXPECT_EQ(twice.error().kind, database::ErrorKind::Constraint);
  }
}

TEST_P(OrdersDoor, IdThatAnotherOrderHasTakenIsRefused) {
  Told told(GetParam());
  told.go_to_payment();
  const auto begin =
      told.store.orders.say("O2", said_by(Role::Applicant, "b", begin_of("O2", "sub")));
  ASSERT_TRUE(begin && *begin) << name_of(begin->error().code);
  ASSERT_TRUE(told.store.database.transact([](auto& transaction) {
    transaction.run("INSERT INTO attempts VALUES ('P2', 'O9', 'wechat', 'open', 1, 1, '', 0)");
  }));
  const auto said = told.store.orders.say(
      "O1", said_by(Role::Applicant, "c", workflow::OpenPayment{"P2", workflow::Channel::WeChat}));
  ASSERT_TRUE(said) << said.error().detail;
  ASSERT_FALSE(*said);
  EXPECT_EQ(said->error().code, RefusalCode::IdTaken);
}

// After each commit the second place knows where the ledger ends.
TEST_P(OrdersDoor, EveryCommitIsMarked) {
  AStore store(GetParam());
  const TemporaryFolder folder;
  const ledger::Marks marks(folder.path() / "marks", *ledger::Signer::of(std::string(64, '1')));
  orders::Orders orders(store.database, store.terms, workflow::WorkingDays::shipped(), &marks);
  for (int i = 1; i <= 3; ++i) {
    store.wait(std::chrono::minutes(2));
    const org::Command command{fmt::format("c{}", i),
                               {Role::Applicant, "a"},
                               org::SendCode{org::Purpose::Register, "13807010001", "d", true}};
    ASSERT_TRUE(orders.say(kCode, command));
    EXPECT_EQ(ledger::read_marks(marks.file())->back().head,
              store.database.read([](auto& transaction) { return ledger::head(transaction); }));
  }
}

TEST_P(OrdersDoor, MarkThatCannotBeWrittenIsComplainedOfAndTheCommandStands) {
  AStore store(GetParam());
  const ledger::Marks marks("/nowhere/at/all", *ledger::Signer::of(std::string(64, '1')));
  int complaints = 0;
  orders::Orders orders(store.database, store.terms, workflow::WorkingDays::shipped(), &marks,
                        [&](const database::Error&) { ++complaints; });
  const org::Command command{
      "c", {Role::Applicant, "a"}, org::SendCode{org::Purpose::Register, "13807010001", "d", true}};
  EXPECT_TRUE(orders.say(kCode, command));
  EXPECT_EQ(complaints, 1);
}

// A clock that was set back does not make anything happen before what happened before.
TEST_P(OrdersDoor, TimeDoesNotRunBackwards) {
  Told told(GetParam());
  told.go({"applicant begin new main"});
  told.store.wait(-std::chrono::hours(1));
  told.go({"applicant fill_form"});
  const auto history = *told.store.orders.history("O1");
  EXPECT_GE(history[1].at, history[0].at);
}

TEST_P(OrdersDoor, ErasedOrderIsVoidAndTakesNoCommand) {
  Told told(GetParam());
  told.go({"applicant begin new sub", "applicant fill_form"});
  ASSERT_TRUE(told.store.database.transact([](auto& transaction) {
    ledger::erase(transaction, "order/O1", "retention is over", 1'800'000'000);
  }));
  ASSERT_TRUE(told.store.orders.rebuild());
  EXPECT_THAT(*told.store.orders.history("O1"), testing::IsEmpty());
  EXPECT_EQ(told.store.orders.order("O1")->stage, workflow::Stage::Void);
  EXPECT_EQ(told.count("orders"), 0);
  EXPECT_EQ(told.count("ledger WHERE body LIKE '%13807010001%' AND stream = 'order/O1'"), 0);
  const auto said = told.store.orders.say("O1", said_by(Role::Applicant, "c", begin_of("O1")));
  ASSERT_TRUE(said) << said.error().detail;
  EXPECT_FALSE(*said);
  EXPECT_THAT(*told.store.orders.differences(), testing::IsEmpty());
}

}  // namespace
}  // namespace vermilion::tests
