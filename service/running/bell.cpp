#include "service/running/bell.hpp"

#include <algorithm>

namespace vermilion::service::running {

void Bell::ring(unsigned times) {
  {
    const std::scoped_lock lock(mutex_);
    calls_ = std::min(calls_ + times, listeners_);
  }
  for (unsigned i = 0; i < std::min(times, listeners_); ++i) rung_.notify_one();
}

void Bell::await(const std::stop_token& stop, std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  if (rung_.wait_for(lock, stop, most, [this] { return calls_ > 0; })) --calls_;
}

}  // namespace vermilion::service::running
