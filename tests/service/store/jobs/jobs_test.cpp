#include "service/store/jobs/jobs.hpp"

#include "service/store/jobs/outbox.hpp"
#include "tests/service/store/orders/a_world.hpp"
#include "workflow/fold.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <optional>
#include <set>
#include <thread>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
using namespace std::chrono_literals;
using database::ErrorKind;
using jobs::Claim;
using jobs::Failure;
using jobs::Jobs;

class JobsDoor : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, JobsDoor, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

// A store with an organisation, whose registration has asked for things to be done.
struct Office {
  explicit Office(Backend backend) : store(backend), world(store, 1), jobs(store.orders) {}

  // The first order is begun: a verification is to be started.
  void begin_order() {
    Journey journey;
    journey.id = world.order_id(0);
    auto begin = std::get<workflow::Begin>(bodies_of(journey, {"begin", "new", "main"}).front());
    begin.organisation = world.organisation();
    const auto said =
        store.orders.say(journey.id, {"begin", {workflow::Role::Applicant, "a"}, std::move(begin)});
    ASSERT_TRUE(said && *said);
  }
  Claim one(const std::string& worker = "w1") {
    auto claims = jobs.claim(worker, 1);
    EXPECT_TRUE(claims) << claims.error().detail;
    EXPECT_EQ(claims->size(), 1u);
    return claims->empty() ? Claim{} : claims->front();
  }
  std::vector<Claim> all(const std::string& worker = "w1") {
    auto claims = jobs.claim(worker, 100);
    EXPECT_TRUE(claims) << claims.error().detail;
    return *claims;
  }

  // The only one there is: the others are done.
  Claim only() {
    const auto claims = all();
    for (std::size_t i = 1; i < claims.size(); ++i) EXPECT_TRUE(jobs.finish(claims[i]));
    return claims.front();
  }

  AStore store;
  AWorld world;
  Jobs jobs;
};

TEST_P(JobsDoor, EffectsOfEventsAreJobsOnce) {
  Office office(GetParam());
  office.begin_order();
  std::set<std::string> keys;
  for (const Claim& claim : office.all()) {
    keys.insert(claim.key);
    EXPECT_EQ(claim.tries, 1);
    EXPECT_FALSE(claim.uncertain);
  }
  EXPECT_THAT(keys, testing::Contains("start_verification/W1-O1"));
  EXPECT_THAT(keys, testing::Contains(testing::StartsWith("send_code/91360600MA0000010A/")));
  EXPECT_THAT(keys, testing::Not(testing::Contains(testing::StartsWith("reserve_main_key"))));
  EXPECT_THAT(office.all("w2"), testing::IsEmpty());
}

// A download that broke off is asked for again under its old key.
TEST_P(JobsDoor, JobThatIsDoneAndAskedForAgainIsDoneAgain) {
  Office office(GetParam());
  const ledger::Entry because{1, "order/O1", 1, "download_started", 0, "{}", "", "", "", ""};
  const std::vector<workflow::Effect> effects{
      {workflow::EffectKind::IssueCertificate, "issue_certificate/O1", {}, {}}};
  const auto ask = [&] {
    ASSERT_TRUE(office.store.database.transact([&](auto& transaction) {
      static_cast<void>(jobs::put(transaction, because, "91360600MA0000010A", effects));
    }));
  };
  const auto issues = [&] {
    auto claims = office.all();
    std::erase_if(claims, [](const Claim& claim) { return claim.key != "issue_certificate/O1"; });
    return claims;
  };
  ask();
  ask();
  const auto first = issues();
  ASSERT_EQ(first.size(), 1u);
  EXPECT_FALSE(first.front().uncertain);
  ask();  // while it runs
  EXPECT_THAT(issues(), testing::IsEmpty());
  ASSERT_TRUE(office.jobs.finish(first.front()));
  ask();
  const auto second = issues();
  ASSERT_EQ(second.size(), 1u);
  EXPECT_TRUE(second.front().uncertain);
  EXPECT_GT(second.front().fence, first.front().fence);
}

TEST_P(JobsDoor, ClaimTellsWhoseEffectItIs) {
  Office office(GetParam());
  office.begin_order();
  for (const Claim& claim : office.all()) {
    const bool of_order = std::holds_alternative<workflow::Effect>(claim.effect);
    EXPECT_EQ(claim.order, of_order ? "W1-O1" : "");
    EXPECT_EQ(claim.organisation, of_order ? "" : office.world.organisation());
  }
}

TEST_P(JobsDoor, FinishedJobIsNotClaimedAgain) {
  Office office(GetParam());
  for (const Claim& claim : office.all()) ASSERT_TRUE(office.jobs.finish(claim));
  office.store.wait(24h);
  EXPECT_THAT(office.all(), testing::IsEmpty());
}

TEST_P(JobsDoor, WhatIsSaidBecauseOfAJobIsSaidWithIt) {
  Office office(GetParam());
  office.begin_order();
  const workflow::Command fill{
      "fill",
      {workflow::Role::Applicant, "a"},
      workflow::FillForm{{"张三", "13807010001"}, {{"李四", "13907010002"}, "江西省鹰潭市"}}};
  const workflow::Command nonsense{"x", {workflow::Role::Maker, "m"}, workflow::StartMaking{}};
  const auto refusals = office.jobs.finish(
      office.one(), {orders::ToOrder{"W1-O1", fill}, orders::ToOrder{"W1-O1", nonsense}});
  ASSERT_TRUE(refusals) << refusals.error().detail;
  ASSERT_EQ(refusals->size(), 1u);  // a refused command is no reason not to be done
  EXPECT_EQ(office.store.orders.order("W1-O1")->agent.name, "张三");
}

// The owner is stopped past its lease; somebody else has done the job by the time it wakes up.
TEST_P(JobsDoor, StaleWorkerCanNeitherFinishNorFailNorBeat) {
  Office office(GetParam());
  office.begin_order();
  Claim stale = office.one("w1");
  office.store.wait(11s);
  const auto others = office.all("w2");
  const auto taken = std::ranges::find(others, stale.key, &Claim::key);
  ASSERT_NE(taken, others.end()) << "nobody took it over";
  EXPECT_TRUE(taken->uncertain);
  EXPECT_EQ(taken->tries, 2);
  EXPECT_GT(taken->fence, stale.fence);

  const workflow::Command command{
      "fill",
      {workflow::Role::Applicant, "a"},
      workflow::FillForm{{"张三", "13807010001"}, {{"李四", "13907010002"}, "江西省鹰潭市"}}};
  const auto expect_stale = [&] {
    const auto finished = office.jobs.finish(stale, {orders::ToOrder{"W1-O1", command}});
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().kind, ErrorKind::Stale);
    EXPECT_EQ(office.jobs.fail(stale, Failure::Never, "x").error().kind, ErrorKind::Stale);
    EXPECT_EQ(office.jobs.beat(stale).error().kind, ErrorKind::Stale);
    EXPECT_EQ(office.store.orders.order("W1-O1")->agent.name, "") << "a stale worker has spoken";
  };
  expect_stale();
  ASSERT_TRUE(office.jobs.finish(*taken));
  expect_stale();
}

TEST_P(JobsDoor, LeaseThatRanOutIsLostThoughNobodyElseCame) {
  Office office(GetParam());
  const Claim claim = office.one();
  office.store.wait(11s);
  ASSERT_FALSE(office.jobs.finish(claim));
  EXPECT_EQ(office.one("w2").key, claim.key);
}

TEST_P(JobsDoor, WhoBeatsKeepsTheJob) {
  Office office(GetParam());
  Claim claim = office.one();
  for (int i = 0; i < 10; ++i) {
    office.store.wait(3s);
    ASSERT_TRUE(office.jobs.beat(claim));
  }
  EXPECT_THAT(office.all("w2"),
              testing::Not(testing::Contains(testing::Field(&Claim::key, claim.key))));
  EXPECT_TRUE(office.jobs.finish(claim));
}

TEST_P(JobsDoor, FailedJobIsTriedAgainLaterAndLater) {
  Office office(GetParam());
  Claim claim = office.only();
  std::vector<std::chrono::seconds> pauses;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(claim.tries, i + 1);
    EXPECT_EQ(claim.reason, i == 0 ? "" : "the line is dead");
    ASSERT_TRUE(office.jobs.fail(claim, Failure::Later, "the line is dead"));
    std::chrono::seconds pause{};
    for (; office.jobs.in_state("waiting", 10)->front().run_at_ms > *office.store.now_ms; ++pause) {
      EXPECT_THAT(office.all(), testing::IsEmpty());
      office.store.wait(1s);
    }
    pauses.push_back(pause);
    claim = office.one();
  }
  EXPECT_THAT(pauses, testing::ElementsAre(1s, 2s, 4s, 8s, 16s));
}

TEST_P(JobsDoor, WhatMayHaveHappenedIsAskedFirst) {
  Office office(GetParam());
  ASSERT_TRUE(office.jobs.fail(office.only(), Failure::Unknown, "no answer"));
  office.store.wait(5s);
  EXPECT_TRUE(office.one().uncertain);
}

TEST_P(JobsDoor, DeadLetterWaitsForAPerson) {
  Office office(GetParam());
  const Claim claim = office.only();
  ASSERT_TRUE(office.jobs.fail(claim, Failure::Never, "no such number"));
  office.store.wait(24h);
  EXPECT_THAT(office.all(), testing::IsEmpty());
  const auto dead = office.jobs.in_state("dead", 10);
  ASSERT_EQ(dead->size(), 1u);
  EXPECT_EQ(dead->front().reason, "no such number");
  EXPECT_EQ(dead->front().key, claim.key);
  EXPECT_EQ(office.jobs.revive(claim.key), true);
  EXPECT_EQ(office.jobs.revive(claim.key), false);
  EXPECT_EQ(office.one().key, claim.key);
}

TEST_P(JobsDoor, JobThatFailsTooOftenIsADeadLetter) {
  Office office(GetParam());
  Jobs impatient(office.store.orders, {.tries = 2});
  ASSERT_TRUE(impatient.fail(office.only(), Failure::Later, "x"));
  office.store.wait(1h);
  ASSERT_TRUE(impatient.fail(office.one(), Failure::Later, "x"));
  EXPECT_EQ(impatient.in_state("dead", 10)->size(), 1u);
}

// Scans as orders of several accounts put them.
struct Scanners {
  explicit Scanners(Backend backend) : office(backend) {
    for (const Claim& claim : office.all()) EXPECT_TRUE(office.jobs.finish(claim));
  }
  void put(const std::string& account, int scans) {
    const auto done = office.store.database.transact([&](auto& transaction) {
      for (int i = 0; i < scans; ++i) {
        const std::string scan = fmt::format("{}-{}", account, ++puts);
        const ledger::Entry because{puts, "order/" + scan, 1, "uploaded", 0, "{}", "", "", "", ""};
        const auto asked =
            jobs::put(transaction, because, account,
                      {{workflow::EffectKind::QueueInspection, "scan/" + scan, {}, {}},
                       {workflow::EffectKind::SendSms, "text/" + scan, {}, {}}});
        EXPECT_EQ(asked, (jobs::Asked{.scans = 1, .rest = 1}));
      }
    });
    ASSERT_TRUE(done) << done.error().detail;
  }
  std::optional<Claim> next(jobs::Lane lane = jobs::Lane::Scans) {
    auto claims = office.jobs.claim("w", 1, lane);
    EXPECT_TRUE(claims) << claims.error().detail;
    return claims && !claims->empty() ? std::optional(claims->front()) : std::nullopt;
  }
  // Whose scans are looked at, one after the other.
  std::string looked_at(int scans) {
    std::string accounts;
    for (int i = 0; i < scans; ++i) {
      const auto claim = next();
      if (!claim) return accounts + '!';
      accounts += claim->key.at(std::string_view("scan/").size());
      EXPECT_TRUE(office.jobs.finish(*claim));
    }
    return accounts;
  }

  Office office;
  std::uint64_t puts = 0;
};

TEST_P(JobsDoor, WhoHasOneScanWaitsForOneOfTheOtherAndNotForAll) {
  Scanners scanners(GetParam());
  scanners.put("A", 500);
  EXPECT_EQ(scanners.looked_at(3), "AAA");
  scanners.put("B", 1);
  EXPECT_EQ(scanners.looked_at(3), "ABA");
}

TEST_P(JobsDoor, AccountsTakeTurnsHoweverManyScansTheyHave) {
  Scanners scanners(GetParam());
  scanners.put("A", 20);
  scanners.put("B", 3);
  scanners.put("C", 5);
  EXPECT_EQ(scanners.looked_at(11), "ABCABCABCAC");
}

// It was alone for long; nobody who comes later has that to his credit.
TEST_P(JobsDoor, WhoComesLaterGoesNotBeforeAllOthersForLong) {
  Scanners scanners(GetParam());
  scanners.put("A", 30);
  EXPECT_EQ(scanners.looked_at(20), std::string(20, 'A'));
  scanners.put("B", 10);
  EXPECT_EQ(scanners.looked_at(8), "ABABABAB");
}

TEST_P(JobsDoor, ScansThatAreBeingLookedAtWereTurnsToo) {
  Scanners scanners(GetParam());
  scanners.put("A", 4);
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(scanners.next());
  scanners.put("B", 2);
  scanners.put("A", 2);
  EXPECT_EQ(scanners.looked_at(4), "BBAA");
}

TEST_P(JobsDoor, NothingElseWaitsBehindScans) {
  Scanners scanners(GetParam());
  scanners.put("A", 3);
  for (int i = 0; i < 3; ++i) {
    const auto claim = scanners.next(jobs::Lane::Rest);
    ASSERT_TRUE(claim);
    EXPECT_THAT(claim->key, testing::StartsWith("text/"));
  }
  EXPECT_FALSE(scanners.next(jobs::Lane::Rest));
  EXPECT_EQ(scanners.looked_at(4), "AAA!");
}

TEST_P(JobsDoor, WhoCarriesThemIsCalledOnceTheyAreThere) {
  Office office(GetParam());
  std::vector<jobs::Asked> calls;
  orders::Orders told(office.store.database, office.store.terms, workflow::WorkingDays::shipped(),
                      nullptr, {}, [&](const jobs::Asked& asked) {
                        calls.push_back(asked);
                        EXPECT_THAT(office.all(), testing::Not(testing::IsEmpty()));
                      });
  Journey journey;
  journey.id = office.world.order_id(0);
  auto begin = std::get<workflow::Begin>(bodies_of(journey, {"begin", "new", "main"}).front());
  begin.organisation = office.world.organisation();
  const workflow::Command command{"begin", {workflow::Role::Applicant, "a"}, std::move(begin)};
  ASSERT_TRUE(told.say(journey.id, command).value());
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(calls.front().scans, 0u);
  EXPECT_GE(calls.front().rest, 1u);
  ASSERT_TRUE(told.say(journey.id, command).value()) << "heard before: nothing is put";
  const workflow::Command nonsense{"x", {workflow::Role::Maker, "m"}, workflow::StartMaking{}};
  EXPECT_FALSE(told.say(journey.id, nonsense).value());
  EXPECT_EQ(calls.size(), 1u);
}

// Eight workers take what there is; each job is had by one.
TEST_P(JobsDoor, NoJobIsClaimedTwice) {
  Office office(GetParam());
  ASSERT_TRUE(office.store.database.transact([](auto& transaction) {
    for (int i = 0; i < 200; ++i) {
      transaction.run(
          "INSERT INTO jobs SELECT key || $1, number, part, stream, kind, effect, state, run_at_ms,"
          " tries, fence, owner, lease_until_ms, uncertain, reason, account, turn FROM jobs"
          " WHERE key LIKE 'send_code/%' AND key NOT LIKE '%#%'",
          {fmt::format("#{}", i)});
    }
  }));
  std::mutex mutex;
  std::multiset<std::string> keys;
  std::vector<std::jthread> workers;
  for (int i = 0; i < 8; ++i) {
    workers.emplace_back([&, i] {
      for (;;) {
        const auto claims = office.jobs.claim(fmt::format("w{}", i), 3);
        ASSERT_TRUE(claims) << claims.error().detail;
        if (claims->empty()) return;
        const std::lock_guard lock(mutex);
        for (const Claim& claim : *claims) keys.insert(claim.key);
      }
    });
  }
  workers.clear();
  EXPECT_GE(keys.size(), 201u);
  EXPECT_EQ(keys.size(), std::set<std::string>(keys.begin(), keys.end()).size());
}

}  // namespace
}  // namespace vermilion::tests
