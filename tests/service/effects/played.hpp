#pragma once

#include "service/effects/callbacks.hpp"
#include "service/effects/world.hpp"
#include "service/simulator/partners.hpp"
#include "tests/workflow/journey.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vermilion::tests {

// An order, the partners as they are played, and our side between them: no network, and a clock
// that is set by hand. Jobs are carried and callbacks given when the test says so.
class Played {
 public:
  // The journey so far; what it asked for outside is waiting to be carried.
  explicit Played(std::string_view lines);

  // Carries everything asked for, and what comes of that, and so on. Gives the failures.
  std::vector<service::effects::Failure> carry_all();
  service::effects::Outcome<service::effects::Carried> carry(std::string_view kind,
                                                             bool uncertain = false);
  // The latest of that kind; the word "notice" tells texts apart.
  const workflow::Effect& effect(std::string_view kind) const;

  // A callback as the front would give it: read, remembered by its number, said. False: refused,
  // or not believed.
  bool hear(const service::simulator::Callback& callback);
  // All that were called back since.
  void hear_all();
  // What nobody told.
  void ask_after();

  // As the store says it: an id that was taken does nothing.
  bool say(const workflow::Command& command);
  const workflow::Order& order() const { return journey.order; }
  service::transport::Carrier carrier();

  // The next exchange fails like this, taken by the partner or not.
  enum class Cut { None, NotSent, NoAnswer };
  Cut cut = Cut::None;

  Journey journey;
  service::simulator::Partners partners;
  service::effects::World world;
  std::map<std::string, std::string> shown;  // codes, by key
  std::vector<service::invoices::Asked> invoices;
  std::set<std::pair<std::string, std::string>> heard;  // callbacks remembered
  int distrusted = 0;
  int exchanges = 0;

 private:
  service::payment::Stamp stamp();
  service::effects::Hearing read(const service::simulator::Callback& callback);

  std::size_t carried_ = 0;  // of the journey's effects
  std::uint64_t nonces_ = 0;
};

}  // namespace vermilion::tests
