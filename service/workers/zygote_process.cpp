#include "pipeline/inspect.hpp"
#include "service/workers/handover.hpp"
#include "service/workers/sandbox/confine.hpp"
#include "service/workers/sandbox/fork_apart.hpp"
#include "service/workers/sandbox/sanitized.hpp"
#include "service/workers/worker.hpp"
#include "service/workers/zygote.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>

namespace vermilion::service::workers {
namespace {

constexpr Channels kChannels;
constexpr int kSilence = 2;  // standard error: a worker has nothing to say to the log

// A fork has one thread, whatever its parent had: what others held stays held.
bool is_alone() {
  const std::filesystem::directory_iterator threads("/proc/self/task");
  return std::distance(begin(threads), end(threads)) == 1;
}

// What was handed over comes to lie where the worker looks for it, all else is closed.
void arrange(const Handover& order) {
  // First out of the way of the places they go to.
  std::array<int, 3> at{};
  for (std::size_t i = 0; i < at.size(); ++i) {
    at[i] = fcntl(order.descriptors[i].get(), F_DUPFD, kChannels.scan + 1);
  }
  dup2(at[0], kChannels.tasks);
  dup2(at[1], kChannels.results);
  dup2(at[2], kChannels.scan);
  if (!sandbox::kSanitized) dup2(open("/dev/null", O_WRONLY), kSilence);
  close_range(static_cast<unsigned>(kChannels.scan) + 1, ~0U, 0);
}

std::string fork_one(pipeline::Inspector& inspector, const Handover& order,
                     const sandbox::Allowance& allowance, Descriptor& handle) {
  auto child = sandbox::fork_apart([&](const auto& outside) {
    arrange(order);
    work(inspector, sandbox::confine(allowance, outside), kChannels);
  });
  if (!child) return "none";
  handle = std::move(child->handle);
  return std::to_string(child->pid);
}

void serve(int control, pipeline::Inspector& inspector, const sandbox::Allowance& allowance) {
  while (const auto order = take_over(control)) {
    Descriptor handle;
    const std::string pid =
        order->descriptors.size() == 3 ? fork_one(inspector, *order, allowance, handle) : "none";
    const std::array one{handle.get()};
    if (!hand_over(control, pid, std::span(one).first(handle.open() ? 1 : 0))) return;
  }
}

}  // namespace

bool be_zygote(int control, const std::filesystem::path& models, std::size_t memory_bytes,
               std::uint64_t cpu_s) {
  signal(SIGCHLD, SIG_IGN);  // nobody waits for workers; their pidfds tell
  signal(SIGPIPE, SIG_IGN);
  auto inspector = pipeline::Inspector::create(models);
  const auto loaded = inspector ? inspector->load() : tl::make_unexpected(inspector.error());
  if (!loaded) {
    (void)hand_over(control, loaded.error().detail);
    return false;
  }
  if (!is_alone()) {
    (void)hand_over(control, "a library started threads of its own; workers cannot be forked");
    return false;
  }
  if (!hand_over(control, "ready")) return false;
  serve(control, *inspector, {.memory_bytes = memory_bytes, .cpu_s = cpu_s});
  return true;
}

}  // namespace vermilion::service::workers
