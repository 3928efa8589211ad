#include "service/batch/batch.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <optional>
#include <utility>
#include <vector>

namespace vermilion::service::batch {
namespace {

// Enough that a slow scan at the head does not leave the other workers idle.
constexpr int kTokensPerJob = 2;

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

void run(std::span<const Input> inputs, const Terms& terms, int jobs, Inspectors& inspectors,
         const Deliver& deliver, const Stop& stop) {
  using tbb::filter_mode;
  std::atomic<int> ended = 0;
  std::size_t begun = 0;
  const auto next = [&](tbb::flow_control& flow) -> std::size_t {
    const Order order(ended);
    if (begun < inputs.size() && !stop()) return begun++;
    flow.stop();
    return begun;
  };
  // At most so many scans are under way, and they end in order, so their places never meet.
  const std::size_t tokens = static_cast<std::size_t>(jobs) * kTokensPerJob;
  std::vector<std::optional<Outcome>> places(tokens);
  const auto review_one = [&](std::size_t i) {
    const Order order(ended);
    places[i % tokens].emplace(review(inputs[i], terms, inspectors));
    return i;
  };
  const auto deliver_one = [&](std::size_t i) {
    const Order order(ended);
    deliver(*places[i % tokens]);
    places[i % tokens].reset();
  };

  // Without the first line oneTBB would never use more threads than there are cores.
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(jobs));
  tbb::task_arena arena(jobs);
  { const Order before_all(ended); }
  arena.execute([&] {
    tbb::parallel_pipeline(
        tokens, tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, next) &
                    tbb::make_filter<std::size_t, std::size_t>(filter_mode::parallel, review_one) &
                    tbb::make_filter<std::size_t, void>(filter_mode::serial_in_order, deliver_one));
  });
  const Order after_all(ended);
}

}  // namespace vermilion::service::batch
