#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "service/workers/drawing.hpp"
#include "service/workers/worker_process.hpp"
#include "service/workers/zygote.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::service::workers {

struct PoolSettings {
  ZygoteLine zygote;
  unsigned workers = 2;
  unsigned scans_each = 200;  // then a fresh one: what a library leaks, or a scan has left, ends
  Budget budget;
  sandbox::Layers least = sandbox::kLeast;  // fewer layers and nothing starts
};

// What went on, for the log and the metrics.
struct PoolCounts {
  std::uint64_t inspected = 0;
  std::uint64_t forked = 0;
  std::uint64_t lost = 0;        // workers that died, hung or talked nonsense
  std::uint64_t unreadable = 0;  // scans given up on
};

// Looks at scans in processes that can do nothing else. Any number of threads may ask; as many
// scans are looked at as there are workers, the rest wait.
class WorkerPool {
 public:
  using Log = std::function<void(std::string_view)>;

  // The complaint says what is missing: a model, or a layer of the sandbox.
  [[nodiscard]] static tl::expected<std::unique_ptr<WorkerPool>, std::string> start(
      PoolSettings settings, std::span<const pipeline::CheckDescription> checks, Log log = {});

  ~WorkerPool();

  // As pipeline::Inspector does it, but that numbers have the digits of the document kept of a
  // report. A scan whose worker is lost is tried once more with a fresh one; lost again, the report
  // is not readable and holds IMG_CORRUPT. Throws only where no worker can be had at all.
  [[nodiscard]] pipeline::Report inspect(std::span<const std::byte> bytes, std::string_view file,
                                         const pipeline::Plan& plan);

  // The picture of a scan drawn anew, a JPEG; what it holds is the worker's word. A scan that costs
  // a worker is not tried again: it was inspected before, and nobody needs it drawn to go on. The
  // complaint is for the log. Throws as inspect() does.
  [[nodiscard]] tl::expected<std::string, std::string> redraw(std::span<const std::byte> bytes,
                                                              const Drawing& drawing);

  [[nodiscard]] sandbox::Layers layers() const;
  [[nodiscard]] PoolCounts counts() const;

 private:
  class State;
  explicit WorkerPool(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace vermilion::service::workers
