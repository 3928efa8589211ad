#pragma once

#include "service/workers/descriptor.hpp"
#include "service/workers/frame.hpp"
#include "service/workers/sandbox/layers.hpp"

#include <sys/types.h>
#include <tl/expected.hpp>

#include <chrono>
#include <cstddef>
#include <span>
#include <string>

namespace vermilion::service::workers {

// What looking at one scan may take.
struct Budget {
  std::chrono::milliseconds cpu{15'000};
  // Twice that: on a busy machine a worker waits as long as it works.
  std::chrono::milliseconds wall{30'000};
};

// The server's end of one worker. Used by one thread at a time; the worker dies with it.
class WorkerProcess {
 public:
  struct Ends {
    Descriptor tasks;
    Descriptor results;
    Descriptor scan;
    Descriptor handle;  // pidfd
    pid_t pid = -1;
  };

  // Waits for the worker to say what it is confined by.
  [[nodiscard]] static tl::expected<WorkerProcess, std::string> meet(Ends ends);

  WorkerProcess(WorkerProcess&&) noexcept = default;
  WorkerProcess& operator=(WorkerProcess&&) noexcept;
  ~WorkerProcess();

  // Has a scan looked at (Kind::Inspect) or drawn anew (Kind::Redraw): what the worker answers, or
  // why there is no answer. Then it is of no more use. It is killed where it takes more than the
  // budget.
  [[nodiscard]] tl::expected<std::string, std::string> ask(Kind what, std::string_view task,
                                                           std::span<const std::byte> scan,
                                                           const Budget& budget);

  [[nodiscard]] sandbox::Layers layers() const { return layers_; }
  [[nodiscard]] pid_t pid() const { return ends_.pid; }
  [[nodiscard]] unsigned asked() const { return asked_; }

 private:
  explicit WorkerProcess(Ends ends) : ends_(std::move(ends)) {}
  [[nodiscard]] bool lay_down(std::span<const std::byte> scan) const;
  [[nodiscard]] std::chrono::nanoseconds cpu_used() const;
  void kill() const;

  Ends ends_;
  sandbox::Layers layers_;
  unsigned asked_ = 0;
};

}  // namespace vermilion::service::workers
