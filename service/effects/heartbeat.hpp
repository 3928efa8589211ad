#pragma once

#include "service/store/jobs/jobs.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace vermilion::service::effects {

// Keeps a job claimed for as long as it lives: three seconds apart, so that two beats may be late
// before the lease is over.
class Heartbeat {
 public:
  Heartbeat(store::jobs::Jobs& jobs, store::jobs::Claim claim);
  ~Heartbeat();
  Heartbeat(const Heartbeat&) = delete;
  Heartbeat& operator=(const Heartbeat&) = delete;

 private:
  void beat();

  store::jobs::Jobs& jobs_;
  store::jobs::Claim claim_;
  std::mutex mutex_;
  std::condition_variable over_;
  bool is_over_ = false;
  std::thread thread_;
};

}  // namespace vermilion::service::effects
