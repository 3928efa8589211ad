#include "service/batch/batch.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <utility>

namespace vermilion::service::batch {
namespace {

// Enough that a slow scan at the head does not leave the other workers idle.
constexpr int kTokensPerJob = 2;

}  // namespace

void run(std::span<const Input> inputs, const Terms& terms, int jobs, Inspectors& inspectors,
         const Deliver& deliver, const Stop& stop) {
  using tbb::filter_mode;
  std::size_t begun = 0;
  const auto next = [&](tbb::flow_control& flow) -> std::size_t {
    if (begun < inputs.size() && !stop()) return begun++;
    flow.stop();
    return begun;
  };
  const auto review_one = [&](std::size_t i) { return review(inputs[i], terms, inspectors); };

  // Without the first line oneTBB would never use more threads than there are cores.
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(jobs));
  tbb::task_arena arena(jobs);
  arena.execute([&] {
    tbb::parallel_pipeline(
        static_cast<std::size_t>(jobs) * kTokensPerJob,
        tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, next) &
            tbb::make_filter<std::size_t, Outcome>(filter_mode::parallel, review_one) &
            tbb::make_filter<Outcome, void>(filter_mode::serial_in_order, deliver));
  });
}

}  // namespace vermilion::service::batch
