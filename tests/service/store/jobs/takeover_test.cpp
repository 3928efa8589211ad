#include "service/store/jobs/jobs.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

// Workers that are killed or stopped in the middle of a job: real processes, real time, by the
// database's own clock. Leases are shorter than those of the program, so that a test need not wait
// for ten seconds.
namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kLease = 700ms;
constexpr const char* kCode = "91360600MA0000010A";

class Takeover : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Takeover, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

struct Shop {
  explicit Shop(const Place& place)
      : database(std::move(*Database::open(place))),
        orders(database, terms, workflow::WorkingDays::shipped()),
        jobs(orders, {.lease = kLease}) {}

  Database database;
  ExampleTerms terms;
  orders::Orders orders;
  jobs::Jobs jobs;
};

// One code to be sent: one job.
void ask_for_a_code(Shop& shop) {
  using namespace workflow::organisation;
  const Command command{"c1",
                        {workflow::Role::Applicant, "a"},
                        SendCode{Purpose::Register, "13807010001", "d", true}};
  const auto said = shop.orders.say(kCode, command);
  ASSERT_TRUE(said && *said);
}

// A process of its own that works on the shop and tells in a byte how that ended.
class Worker {
 public:
  Worker(const Place& place, void (*work)(Shop&, int pipe)) {
    if (::pipe(pipe_) != 0) throw std::runtime_error("no pipe");
    std::fflush(nullptr);
    process_ = ::fork();
    if (process_ != 0) return;
    {
      Shop shop(place);
      work(shop, pipe_[1]);
    }
    ::_exit(0);
  }
  ~Worker() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    for (const int end : pipe_) ::close(end);
  }

  void send(int signal) const { ::kill(process_, signal); }
  char hear() const {
    char byte = '?';
    return ::read(pipe_[0], &byte, 1) == 1 ? byte : '!';
  }

 private:
  int pipe_[2] = {-1, -1};
  pid_t process_ = 0;
};

void tell(int pipe, char byte) {
  [[maybe_unused]] const auto written = ::write(pipe, &byte, 1);
}

// Claims, tells so, works for a while, then finishes and tells whether it could.
void work_slowly(Shop& shop, int pipe) {
  const auto claims = shop.jobs.claim("slow", 1);
  const bool has = claims && claims->size() == 1;
  tell(pipe, has ? 'c' : 'n');
  if (!has) return;
  std::this_thread::sleep_for(200ms);
  const auto finished = shop.jobs.finish(claims->front());
  const bool stale = !finished && finished.error().kind == database::ErrorKind::Stale;
  tell(pipe, finished ? 'f' : stale ? 's' : 'e');
}

std::vector<jobs::Claim> claim_soon(Shop& shop, std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < end) {
    auto claims = shop.jobs.claim("next", 1);
    if (claims && !claims->empty()) return *claims;
    std::this_thread::sleep_for(20ms);
  }
  return {};
}

TEST_P(Takeover, JobOfAKilledWorkerIsTakenOver) {
  const ADatabase a(GetParam());
  { const Database tables = a.migrated(); }
  {
    Shop shop(a.place());
    ask_for_a_code(shop);
  }
  const Worker worker(a.place(), work_slowly);
  ASSERT_EQ(worker.hear(), 'c');
  worker.send(SIGKILL);
  Shop shop(a.place());
  const auto claims = claim_soon(shop, kLease + 5s);
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_TRUE(claims.front().uncertain);
  EXPECT_TRUE(shop.jobs.finish(claims.front()));
}

TEST_P(Takeover, StoppedWorkerWakesUpTooLate) {
  const ADatabase a(GetParam());
  { const Database tables = a.migrated(); }
  {
    Shop shop(a.place());
    ask_for_a_code(shop);
  }
  const Worker worker(a.place(), work_slowly);
  ASSERT_EQ(worker.hear(), 'c');
  worker.send(SIGSTOP);
  Shop shop(a.place());
  const auto claims = claim_soon(shop, kLease + 5s);
  ASSERT_EQ(claims.size(), 1u);
  ASSERT_TRUE(shop.jobs.finish(claims.front()));
  worker.send(SIGCONT);
  EXPECT_EQ(worker.hear(), 's');
  EXPECT_EQ(shop.jobs.in_state("done", 10)->size(), 1u);
}

// What the lease and the beats of the program come to.
TEST(TakeoverTime, IsWithinFifteenSeconds) {
  const jobs::Habits habits;
  EXPECT_LE(habits.lease + 5s, 15s);  // looked for every five seconds at the latest
}

}  // namespace
}  // namespace vermilion::tests
