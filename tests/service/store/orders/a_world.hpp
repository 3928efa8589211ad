#pragma once

#include "service/store/orders/orders.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/workflow/journey.hpp"

#include <atomic>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace vermilion::tests {

// The one project of workflow's own tests.
class ExampleTerms final : public service::store::orders::Terms {
 public:
  ExampleTerms();
  Found current(const std::string& project) const override;
  Found with_digest(const std::string& project, const std::string& digest) const override;

 private:
  Found terms_;
};

// Orders in a database, and a clock that stands still until it is turned.
struct AStore {
  explicit AStore(Backend backend);
  explicit AStore(const Place& place);

  void wait(std::chrono::seconds time) { *now_ms += time.count() * 1000; }

  std::shared_ptr<std::atomic<std::int64_t>> now_ms;
  std::unique_ptr<ADatabase> a;  // unless somebody else has it
  Database database;
  ExampleTerms terms;
  service::store::orders::Orders orders;
};

// An organisation and its orders, lived at random; what must hold is held after every command.
class AWorld {
 public:
  // Worlds of one database have numbers of their own.
  AWorld(AStore& store, std::uint64_t number, bool alone = true);

  void step();
  void check_at_end();
  // Orders that were begun.
  std::uint64_t histories() const;
  int commands() const { return commands_; }
  int refusals() const { return refusals_; }

  std::string order_id(std::size_t which) const;
  const std::string& organisation() const { return organisation_; }

 private:
  struct Told {
    std::vector<workflow::Event> log;
    int settled = 0;
    int made = 0;
    int revoked = 0;
  };

  void register_organisation();
  void hall_issues();
  void tell(std::size_t which, const std::string& line);
  void say(std::size_t which, const workflow::Actor& who, workflow::Body body);
  void check(std::size_t which, const workflow::Step& step);
  void check_stored(std::size_t which);
  workflow::Body in_this_world(const std::string& order, workflow::Body body) const;

  AStore& store_;
  const std::uint64_t number_;
  const bool alone_;
  std::mt19937_64 random_;
  std::string organisation_;
  std::vector<Journey> journeys_;
  std::vector<Told> told_;
  int commands_ = 0;
  int refusals_ = 0;
  int said_ = 0;
};

}  // namespace vermilion::tests
