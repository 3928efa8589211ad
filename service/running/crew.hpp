#pragma once

#include "service/effects/runner.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace vermilion::service::running {

// Runners side by side: each claims a job, carries it, and looks for the next. What one has begun
// when they are stopped, it ends.
class Crew {
 public:
  using Complain = std::function<void(const std::string& complaint)>;

  // Jobs and world must outlive it.
  Crew(store::jobs::Jobs& jobs, effects::World& world, unsigned runners, Complain complain);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  void ask_to_stop();
  void stop();

 private:
  std::chrono::milliseconds work_once(effects::Runner& runner);
  void keep_working(const std::string& name, const std::stop_token& stop);

  store::jobs::Jobs& jobs_;
  effects::World& world_;
  Complain complain_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::vector<std::jthread> threads_;
};

}  // namespace vermilion::service::running
