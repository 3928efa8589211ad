#include "service/workers/zygote.hpp"

#include "service/workers/handover.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace vermilion::service::workers {
namespace {

constexpr int kControl = 3;  // of the zygote: the first after the standard streams
constexpr timeval kReadsModelsWithin{30, 0};
constexpr timeval kForksWithin{5, 0};

bool await_at_most(int control, const timeval& most) {
  return setsockopt(control, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most) == 0;
}

tl::unexpected<std::string> complaint(std::string text) {
  return tl::make_unexpected(std::move(text));
}

struct Pair {
  Descriptor ours;
  Descriptor theirs;
};

std::optional<Pair> socket_pair(int type) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
  return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

std::optional<Pair> pipe_to_us() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

// Memory we write and they can only read.
std::optional<Pair> shared_memory() {
  Descriptor ours(memfd_create("scan", MFD_CLOEXEC));
  if (!ours.open()) return std::nullopt;
  Descriptor theirs(
      open(fmt::format("/proc/self/fd/{}", ours.get()).c_str(), O_RDONLY | O_CLOEXEC));
  if (!theirs.open()) return std::nullopt;
  return Pair{std::move(ours), std::move(theirs)};
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  // Its end of the socket, standard error to talk to the log, and nothing else of ours.
  void leave_only(int control) {
    posix_spawn_file_actions_adddup2(&actions_, control, kControl);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions_, kControl + 1);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// A session of its own, so that Ctrl-C at the server's terminal does not end the workers before the
// server has; and no signal blocked, whatever the server blocks.
class Attributes {
 public:
  Attributes() {
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
  }
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

// Our environment may hold secrets; a zygote needs none of it but where Tesseract's data lies.
std::vector<std::string> environment() {
  std::vector<std::string> variables{"LANG=C.UTF-8", "OMP_THREAD_LIMIT=1"};
  if (const char* data = std::getenv("TESSDATA_PREFIX")) {
    variables.push_back(fmt::format("TESSDATA_PREFIX={}", data));
  }
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::optional<pid_t> spawn(const ZygoteLine& line, int control) {
  FileActions actions;
  actions.leave_only(control);
  std::vector<std::string> arguments{line.program.string(),
                                     "work",
                                     "--models",
                                     line.models.string(),
                                     "--memory-bytes",
                                     std::to_string(line.memory_bytes),
                                     "--cpu-seconds",
                                     std::to_string(line.cpu_s)};
  std::vector<std::string> variables = environment();
  pid_t pid = -1;
  const Attributes attributes;
  if (posix_spawn(&pid, line.program.c_str(), actions.get(), attributes.get(),
                  pointers_to(arguments).data(), pointers_to(variables).data()) != 0) {
    return std::nullopt;
  }
  return pid;
}

}  // namespace

tl::expected<Zygote, std::string> Zygote::start(const ZygoteLine& line) {
  auto sockets = socket_pair(SOCK_SEQPACKET);
  if (!sockets || !await_at_most(sockets->ours.get(), kReadsModelsWithin)) {
    return complaint("no socket for the workers");
  }
  const auto pid = spawn(line, sockets->theirs.get());
  if (!pid) return complaint(fmt::format("{}: cannot be started", line.program.string()));
  Zygote zygote(std::move(sockets->ours), *pid);
  sockets->theirs.reset();
  const auto first = take_over(zygote.control_.get());
  if (!first) return complaint("the process of the workers ended before it was ready");
  if (first->text != "ready") return complaint(first->text);
  if (!await_at_most(zygote.control_.get(), kForksWithin)) return complaint("no deadline to forks");
  return zygote;
}

Zygote& Zygote::operator=(Zygote&& other) noexcept {
  std::swap(control_, other.control_);
  std::swap(pid_, other.pid_);
  return *this;
}

Zygote::~Zygote() {
  if (!control_.open()) return;
  end();
  waitpid(pid_, nullptr, 0);
}

// Nothing of it has to be put in order, and one that hangs does not end of itself.
void Zygote::end() const {
  kill(pid_, SIGKILL);
}

tl::expected<WorkerProcess, std::string> Zygote::fork_worker() {
  auto tasks = socket_pair(SOCK_STREAM);
  auto results = pipe_to_us();
  auto scan = shared_memory();
  if (!tasks || !results || !scan) return complaint("no descriptors for another worker");
  const std::array theirs{tasks->theirs.get(), results->theirs.get(), scan->theirs.get()};
  if (!hand_over(control_.get(), "fork", theirs)) return complaint("the zygote has ended");
  auto forked = take_over(control_.get());
  if (!forked) {
    end();  // an answer that came later would be taken for that to the next question
    return complaint("the zygote does not answer");
  }
  if (forked->descriptors.size() != 1) return complaint("no worker could be forked");
  // While these are open here, nobody learns that the worker's own have been closed.
  results->theirs.reset();
  tasks->theirs.reset();
  return WorkerProcess::meet({.tasks = std::move(tasks->ours),
                              .results = std::move(results->ours),
                              .scan = std::move(scan->ours),
                              .handle = std::move(forked->descriptors.front()),
                              .pid = std::atoi(forked->text.c_str())});
}

}  // namespace vermilion::service::workers
