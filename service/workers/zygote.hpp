#pragma once

#include "service/workers/descriptor.hpp"
#include "service/workers/worker_process.hpp"

#include <sys/types.h>
#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace vermilion::service::workers {

// How the process workers are forked from is started.
struct ZygoteLine {
  std::filesystem::path program;  // vermilion, which has the command `work`
  std::filesystem::path models;
  std::size_t memory_bytes = 512UL * 1024 * 1024;  // of each worker, on top of models and program
  std::uint64_t cpu_s = 3600;                      // of each worker in its life
};

// A process that has read all models and holds nothing else: no order, no key, no connection. A
// worker is a fork of it, there within milliseconds. Used by one thread at a time; ends with this,
// and its workers with it.
class Zygote {
 public:
  // Waits until it has read the models. The complaint is its own: which file is missing or damaged.
  [[nodiscard]] static tl::expected<Zygote, std::string> start(const ZygoteLine& line);

  Zygote(Zygote&&) noexcept = default;
  Zygote& operator=(Zygote&& other) noexcept;
  ~Zygote();

  // The complaint may be one worker's, lost before it was ready. A zygote that has ended or does
  // not answer has nothing but complaints from then on.
  [[nodiscard]] tl::expected<WorkerProcess, std::string> fork_worker();

 private:
  Zygote(Descriptor control, pid_t pid) : control_(std::move(control)), pid_(pid) {}
  void end() const;

  Descriptor control_;
  pid_t pid_ = -1;
};

// The other side, until `control` ends: reads the models, then forks a worker for each that is
// asked for. Returns whether it could begin.
[[nodiscard]] bool be_zygote(int control, const std::filesystem::path& models,
                             std::size_t memory_bytes, std::uint64_t cpu_s);

}  // namespace vermilion::service::workers
