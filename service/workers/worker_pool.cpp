#include "service/workers/worker_pool.hpp"

#include "pipeline/digest.hpp"
#include "service/workers/report_text.hpp"
#include "service/workers/task.hpp"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace vermilion::service::workers {

using pipeline::CheckDescription;
using pipeline::Plan;
using pipeline::Report;

class WorkerPool::State {
 public:
  State(PoolSettings settings, Zygote zygote, std::span<const CheckDescription> checks, Log log)
      : settings_(std::move(settings)),
        checks_(checks),
        log_(std::move(log)),
        zygote_(std::move(zygote)) {}

  // A process of its own that nobody else uses; waits while all are in use.
  WorkerProcess lend() {
    std::unique_lock lock(mutex_);
    free_.wait(lock, [&] { return !idle_.empty() || lent_ < settings_.workers; });
    ++lent_;
    if (!idle_.empty()) {
      WorkerProcess worker = std::move(idle_.back());
      idle_.pop_back();
      return worker;
    }
    lock.unlock();
    auto worker = forked();
    if (worker) return std::move(*worker);
    take_back();
    throw std::runtime_error(worker.error());
  }

  void give_back(WorkerProcess worker) {
    const bool tired = worker.asked() >= settings_.scans_each;
    const std::scoped_lock lock(mutex_);
    if (!tired) idle_.push_back(std::move(worker));
    --lent_;
    free_.notify_one();
  }

  // One that was lent is no more.
  void take_back() {
    const std::scoped_lock lock(mutex_);
    --lent_;
    free_.notify_one();
  }

  tl::expected<WorkerProcess, std::string> forked() {
    const std::scoped_lock lock(forking_);
    auto worker = zygote_.fork_worker();
    if (!worker) worker = zygote_.fork_worker();  // that one may have been lost before it was ready
    if (!worker) {
      // The zygote has ended or hangs; a new one reads the models again.
      auto another = Zygote::start(settings_.zygote);
      if (!another) return tl::make_unexpected(another.error());
      zygote_ = std::move(*another);
      worker = zygote_.fork_worker();
    }
    if (!worker) return worker;
    count(&PoolCounts::forked);
    const auto lacking = worker->layers().lacking(settings_.least);
    if (lacking.none()) return worker;
    return tl::make_unexpected(fmt::format("workers would run without: {}; this host allows: {}",
                                           text_of(lacking), text_of(worker->layers())));
  }

  tl::expected<Report, std::string> attempt(const Task& task, std::span<const std::byte> bytes) {
    WorkerProcess worker = lend();
    const auto text = worker.ask(Kind::Inspect, task_text(task), bytes, settings_.budget);
    auto report = text ? report_of(*text, task.plan, checks_)
                       : tl::expected<Report, std::string>(tl::make_unexpected(text.error()));
    if (report) {
      give_back(std::move(worker));
      return report;
    }
    take_back();
    count(&PoolCounts::lost);
    if (log_) log_(fmt::format("worker {} lost: {}", worker.pid(), report.error()));
    return report;
  }

  tl::expected<std::string, std::string> redraw(const Drawing& drawing,
                                                std::span<const std::byte> bytes) {
    WorkerProcess worker = lend();
    auto picture = worker.ask(Kind::Redraw, drawing_text(drawing), bytes, settings_.budget);
    if (picture) {
      give_back(std::move(worker));
      return picture;
    }
    take_back();
    count(&PoolCounts::lost);
    if (log_) log_(fmt::format("worker {} lost drawing: {}", worker.pid(), picture.error()));
    return picture;
  }

  void count(std::uint64_t PoolCounts::*which) {
    const std::scoped_lock lock(counting_);
    ++(counts_.*which);
  }
  PoolCounts counts() const {
    const std::scoped_lock lock(counting_);
    return counts_;
  }
  sandbox::Layers layers() const { return layers_; }

  // A worker to begin with, so that a host that allows too little is known at the start.
  tl::expected<void, std::string> begin() {
    auto first = forked();
    if (!first) return tl::make_unexpected(first.error());
    layers_ = first->layers();
    if (log_) log_(fmt::format("workers are confined by: {}", text_of(layers_)));
    idle_.push_back(std::move(*first));
    return {};
  }

 private:
  const PoolSettings settings_;
  const std::span<const CheckDescription> checks_;
  const Log log_;
  sandbox::Layers layers_;

  std::mutex mutex_;
  std::condition_variable free_;
  std::vector<WorkerProcess> idle_;
  unsigned lent_ = 0;

  std::mutex forking_;
  Zygote zygote_;

  mutable std::mutex counting_;
  PoolCounts counts_;
};

namespace {

Report unreadable(std::span<const std::byte> bytes, const Plan& plan) {
  auto given_up = pipeline::finding(pipeline::FindingCode::ImgCorrupt);
  given_up.check = "decode";
  return {.bytes = bytes.size(),
          .findings = {std::move(given_up)},
          .asked = {plan.max_bytes, plan.expected_code}};
}

}  // namespace

WorkerPool::WorkerPool(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorkerPool::~WorkerPool() = default;

tl::expected<std::unique_ptr<WorkerPool>, std::string> WorkerPool::start(
    PoolSettings settings, std::span<const CheckDescription> checks, Log log) {
  auto zygote = Zygote::start(settings.zygote);
  if (!zygote) return tl::make_unexpected(zygote.error());
  auto state =
      std::make_unique<State>(std::move(settings), std::move(*zygote), checks, std::move(log));
  if (const auto begun = state->begin(); !begun) return tl::make_unexpected(begun.error());
  return std::unique_ptr<WorkerPool>(new WorkerPool(std::move(state)));
}

Report WorkerPool::inspect(std::span<const std::byte> bytes, std::string_view file,
                           const Plan& plan) {
  const Task task{std::string(file), plan};
  auto report = state_->attempt(task, bytes);
  if (!report) report = state_->attempt(task, bytes);
  if (!report) {
    state_->count(&PoolCounts::unreadable);
    report = unreadable(bytes, plan);
  }
  state_->count(&PoolCounts::inspected);
  // Known here, so no worker is asked to be believed.
  report->file = file;
  report->sha256 = pipeline::sha256(bytes);
  report->bytes = bytes.size();
  return std::move(*report);
}

tl::expected<std::string, std::string> WorkerPool::redraw(std::span<const std::byte> bytes,
                                                          const Drawing& drawing) {
  return state_->redraw(drawing, bytes);
}

sandbox::Layers WorkerPool::layers() const {
  return state_->layers();
}
PoolCounts WorkerPool::counts() const {
  return state_->counts();
}

}  // namespace vermilion::service::workers
