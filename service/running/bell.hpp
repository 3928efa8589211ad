#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace vermilion::service::running {

// Calls who waits for work. A call that nobody waited for is kept for who comes next; of many, as
// many as there are to hear them. Any number of threads.
class Bell {
 public:
  explicit Bell(unsigned listeners) : listeners_(listeners) {}

  void ring(unsigned times);
  // Until it is called, asked to stop, or so much time is over.
  void await(const std::stop_token& stop, std::chrono::milliseconds most);

 private:
  const unsigned listeners_;
  std::mutex mutex_;
  std::condition_variable_any rung_;
  unsigned calls_ = 0;
};

}  // namespace vermilion::service::running
