#include "service/workers/worker_process.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace vermilion::service::workers {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// How often a silent worker's CPU is looked at. An answer is seen at once.
constexpr auto kLook = 50ms;
// A fork of a process that has read everything it needs.
constexpr auto kMeet = 5s;

bool is_readable(int descriptor, std::chrono::milliseconds within) {
  pollfd asked{descriptor, POLLIN, 0};
  return poll(&asked, 1, static_cast<int>(within.count())) > 0;
}

std::chrono::milliseconds until(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
  return std::clamp<std::chrono::milliseconds>(left, 0ms, kLook);
}

std::string_view text_of(Loss loss) {
  switch (loss) {
    case Loss::Ended:
      return "the worker ended";
    case Loss::Late:
      return "the worker took longer than it may";
    case Loss::Broken:
      return "the worker sent what is no message";
  }
  return "";
}

}  // namespace

tl::expected<WorkerProcess, std::string> WorkerProcess::meet(Ends ends) {
  WorkerProcess worker(std::move(ends));
  const auto first = receive_frame(worker.ends_.results.get(),
                                   [](int descriptor) { return is_readable(descriptor, kMeet); });
  if (!first) return tl::make_unexpected(std::string(text_of(first.error())));
  if (first->kind != Kind::Ready)
    return tl::make_unexpected(std::string("the worker is not ready"));
  worker.layers_ = sandbox::Layers(static_cast<std::uint32_t>(first->number));
  return worker;
}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
  std::swap(ends_, other.ends_);
  std::swap(layers_, other.layers_);
  std::swap(asked_, other.asked_);
  return *this;
}

WorkerProcess::~WorkerProcess() {
  kill();
}

tl::expected<std::string, std::string> WorkerProcess::ask(Kind what, std::string_view task,
                                                          std::span<const std::byte> scan,
                                                          const Budget& budget) {
  const std::uint64_t number = ++asked_;
  if (!lay_down(scan)) return tl::make_unexpected(std::string("no memory for the scan"));
  if (!send_frame(ends_.tasks.get(), {.kind = what,
                                      .number = number,
                                      .scan_bytes = scan.size(),
                                      .payload = std::string(task)})) {
    return tl::make_unexpected(std::string(text_of(Loss::Ended)));
  }
  const auto deadline = Clock::now() + budget.wall;
  const auto cpu_before = cpu_used();
  const auto answer = receive_frame(ends_.results.get(), [&](int descriptor) {
    while (!is_readable(descriptor, until(deadline))) {
      if (Clock::now() >= deadline || cpu_used() - cpu_before > budget.cpu) return false;
    }
    return true;
  });
  if (!answer) {
    kill();
    return tl::make_unexpected(std::string(text_of(answer.error())));
  }
  const Kind expected = what == Kind::Redraw ? Kind::Redrawn : Kind::Seen;
  if (answer->kind == expected && answer->number == number) return std::move(answer->payload);
  kill();
  return tl::make_unexpected(answer->kind == Kind::Failed
                                 ? fmt::format("the worker failed: {}", answer->payload)
                                 : std::string(text_of(Loss::Broken)));
}

// Over the scan before it, of which nothing is left.
bool WorkerProcess::lay_down(std::span<const std::byte> scan) const {
  const int memory = ends_.scan.get();
  if (ftruncate(memory, 0) != 0) return false;
  std::size_t done = 0;
  while (done < scan.size()) {
    const ssize_t put =
        pwrite(memory, scan.data() + done, scan.size() - done, static_cast<off_t>(done));
    if (put <= 0) return false;
    done += static_cast<std::size_t>(put);
  }
  return true;
}

// Zero once it has ended, which the pipe tells, too.
std::chrono::nanoseconds WorkerProcess::cpu_used() const {
  clockid_t clock{};
  timespec used{};
  if (clock_getcpuclockid(ends_.pid, &clock) != 0 || clock_gettime(clock, &used) != 0) return 0ns;
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

void WorkerProcess::kill() const {
  if (ends_.handle.open()) {
    syscall(SYS_pidfd_send_signal, ends_.handle.get(), SIGKILL, nullptr, 0);
  }
}

}  // namespace vermilion::service::workers
