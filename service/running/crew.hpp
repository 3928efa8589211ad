#pragma once

#include "service/effects/runner.hpp"
#include "service/running/bell.hpp"
#include "service/store/jobs/lane.hpp"

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace vermilion::service::running {

// How many runners there are in each lane.
struct Hands {
  unsigned scans = 2;
  unsigned rest = 4;
};

// Runners side by side: each claims a job, carries it, and looks for the next. What one has begun
// when they are stopped, it ends. Who has scans looked at carries nothing else, so that a text
// message never waits for a scan.
class Crew {
 public:
  using Complain = std::function<void(const std::string& complaint)>;

  explicit Crew(const Hands& hands);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  // Both must outlive it.
  void start(store::jobs::Jobs& jobs, effects::World& world, Complain complain);

  // So many jobs were put. Those that other programs put, and those whose time comes, are found
  // without being called for.
  void call(const store::jobs::Asked& asked);

  void ask_to_stop();
  void stop();

 private:
  std::chrono::milliseconds work_once(effects::Runner& runner);
  void keep_working(effects::Runner& runner, Bell& bell, const std::stop_token& stop);

  const Hands hands_;
  Bell scans_;
  Bell rest_;
  Complain complain_;
  std::vector<std::jthread> threads_;
};

}  // namespace vermilion::service::running
