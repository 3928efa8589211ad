#include "service/workers/sandbox/fork_apart.hpp"

#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vermilion::service::workers::sandbox {
namespace {

constexpr unsigned long kOwn =
    CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS;

// The C library's fork() knows nothing of namespaces; with one thread and no handlers to be run
// around a fork its bookkeeping is not missed.
long clone_with(unsigned long namespaces, int& pidfd) {
  return syscall(SYS_clone, namespaces | CLONE_PIDFD | SIGCHLD, nullptr, &pidfd, nullptr, nullptr);
}

[[noreturn]] void live(const Body& body, const std::optional<Identity>& outside) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  body(outside);
  _exit(0);
}

}  // namespace

std::optional<Child> fork_apart(const Body& body) {
  const Identity identity{geteuid(), getegid()};
  int pidfd = -1;
  bool apart = true;
  long pid = clone_with(kOwn, pidfd);
  if (pid < 0) {
    apart = false;
    pid = clone_with(0, pidfd);
  }
  if (pid < 0) return std::nullopt;
  if (pid == 0) live(body, apart ? std::optional(identity) : std::nullopt);
  return Child{static_cast<pid_t>(pid), Descriptor(pidfd)};
}

}  // namespace vermilion::service::workers::sandbox
