#include "service/batch/in_order.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>

namespace vermilion::service::batch {
namespace {

// Enough that a slow item at the head does not leave the other workers idle.
constexpr std::size_t kPlacesPerJob = 2;

// oneTBB orders what its filters do, but the thread sanitizer cannot see it, since the library is
// not built for it. So each filter, and what follows them all, begins where those that ended before
// are known to have ended. What runs side by side stays unordered: a race of workers is still seen.
class Order {
 public:
  explicit Order(std::atomic<int>& ended) : ended_(ended) {
    (void)ended_.load(std::memory_order_acquire);
  }
  ~Order() { ended_.fetch_add(1, std::memory_order_release); }
  Order(const Order&) = delete;
  Order& operator=(const Order&) = delete;

 private:
  std::atomic<int>& ended_;
};

}  // namespace

std::size_t places(int jobs) {
  return static_cast<std::size_t>(jobs) * kPlacesPerJob;
}

void in_order(std::size_t count, int jobs, const std::function<void(std::size_t item)>& work,
              const std::function<void(std::size_t item)>& deliver,
              const std::function<bool()>& stop) {
  using tbb::filter_mode;
  std::atomic<int> ended = 0;
  std::size_t begun = 0;
  const auto next = [&](tbb::flow_control& flow) -> std::size_t {
    const Order order(ended);
    if (begun < count && !stop()) return begun++;
    flow.stop();
    return begun;
  };
  const auto work_on = [&](std::size_t item) {
    const Order order(ended);
    work(item);
    return item;
  };
  const auto deliver_one = [&](std::size_t item) {
    const Order order(ended);
    deliver(item);
  };

  // Without the first line oneTBB would never use more threads than there are cores.
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(jobs));
  tbb::task_arena arena(jobs);
  { const Order before_all(ended); }
  arena.execute([&] {
    tbb::parallel_pipeline(
        places(jobs),
        tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, next) &
            tbb::make_filter<std::size_t, std::size_t>(filter_mode::parallel, work_on) &
            tbb::make_filter<std::size_t, void>(filter_mode::serial_in_order, deliver_one));
  });
  const Order after_all(ended);
}

}  // namespace vermilion::service::batch
