#include "bench/speed/child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace vermilion::speed {
namespace {

using Clock = std::chrono::steady_clock;

class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  ~Pipe() {
    close(ends_[0]);
    close_writing();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int writing() const { return ends_[1]; }

  void close_writing() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

  std::string read_all() const {
    std::string all;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = read(ends_[0], part.data(), part.size())) > 0;) {
      all.append(part.data(), static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  std::array<int, 2> ends_{};
};

// Only its output goes anywhere.
class Redirections {
 public:
  explicit Redirections(int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ~Redirections() { posix_spawn_file_actions_destroy(&actions_); }
  Redirections(const Redirections&) = delete;
  Redirections& operator=(const Redirections&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

double ms(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) * 1e-3;
}

double mb(long kilobytes) {
  return static_cast<double>(kilobytes) / 1024;
}

// Nothing when there is no such program.
std::optional<pid_t> start(const std::vector<std::string>& command, int output) {
  const Redirections redirections(output);
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, command.front().c_str(), redirections.get(), nullptr,
                                  arguments.data(), environ);
  return failed == 0 ? std::optional(child) : std::nullopt;
}

}  // namespace

std::optional<ChildRun> run(const std::vector<std::string>& command) {
  Pipe output;
  const auto begun = Clock::now();
  const auto child = start(command, output.writing());
  if (!child) return std::nullopt;
  output.close_writing();

  ChildRun result{.output = output.read_all()};
  int status = 0;
  rusage usage{};
  wait4(*child, &status, 0, &usage);
  result.wall_ms = std::chrono::duration<double, std::milli>(Clock::now() - begun).count();
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.cpu_ms = ms(usage.ru_utime) + ms(usage.ru_stime);
  result.peak_mb = mb(usage.ru_maxrss);
  return result;
}

double self_peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return mb(usage.ru_maxrss);
}

}  // namespace vermilion::speed
