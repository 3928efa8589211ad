#pragma once

#include "service/store/jobs/lane.hpp"
#include "service/store/orders/orders.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What is to be done outside. A job is one effect of one event; it was written with the event, and
// somebody does it at least once, with the effect's key as the mark by which the other side knows
// the second time. All times are by the clock of the database.
namespace vermilion::service::store::jobs {

using AnyEffect = std::variant<workflow::Effect, workflow::organisation::Effect>;

// A job somebody has, until `lease_until_ms` unless it beats. `fence` grows with every claim: who
// comes back after his lease has another number than the job, and can neither finish nor fail it.
struct Claim {
  std::string key;
  std::string order;         // whose effect it is; empty: an organisation's
  std::string organisation;  // credit code; empty: an order's
  AnyEffect effect;
  int tries = 1;           // this one included
  bool uncertain = false;  // an earlier try may have done it: ask before doing it again
  std::string reason;      // why the last try failed
  std::int64_t fence = 0;
  std::int64_t lease_until_ms = 0;
};

enum class Failure : std::uint8_t {
  Later,    // certainly not done; to be tried again
  Unknown,  // may have been done; to be tried again, asking first
  Never,    // cannot be done: a person must look
};

struct Job {
  std::string key;
  std::string stream;
  std::string kind;
  std::string state;  // waiting, running, done, dead
  int tries = 0;
  std::int64_t run_at_ms = 0;
  std::string reason;
};

struct Habits {
  // A dead worker's job is claimable this long after its last beat. With a beat every three seconds
  // two may be late, and somebody else has it within fifteen seconds.
  std::chrono::milliseconds lease{10'000};
  // Before the second try; doubled before each further one, up to the longest.
  std::chrono::milliseconds pause{1'000};
  std::chrono::milliseconds longest_pause{600'000};
  // With these pauses the last try comes after about two days: longer than any gateway was down.
  int tries = 300;
};

class Jobs {
 public:
  // `orders` must outlive it.
  explicit Jobs(orders::Orders& orders, Habits habits = {}) : orders_(orders), habits_(habits) {}

  // At most so many of the lane that are due: never tried, to be tried again, or of a worker whose
  // lease ran out. Scans by turns of their accounts, the rest by time. Two workers never get the
  // same.
  [[nodiscard]] database::Result<std::vector<Claim>> claim(const std::string& worker, int most,
                                                           Lane lane = Lane::Any);

  // Stale from all three: the lease ran out, and the job is somebody else's or nobody's. Nothing
  // was written then.
  [[nodiscard]] database::Result<void> beat(Claim& claim);
  // Done, and what is to be said because of it, in one transaction. A refused command is no reason
  // not to be done; the refusals are given back.
  [[nodiscard]] database::Result<std::vector<workflow::Refusal>> finish(
      const Claim& claim, const std::vector<orders::Message>& say = {});
  [[nodiscard]] database::Result<void> fail(const Claim& claim, Failure failure,
                                            const std::string& reason);

  // Dead letters, and anything else in a state.
  [[nodiscard]] database::Result<std::vector<Job>> in_state(const std::string& state, int most);
  // A person has removed the reason: a dead job is tried again. False: it is not dead.
  [[nodiscard]] database::Result<bool> revive(const std::string& key);

  orders::Orders& orders() { return orders_; }

 private:
  orders::Orders& orders_;
  Habits habits_;
};

}  // namespace vermilion::service::store::jobs
