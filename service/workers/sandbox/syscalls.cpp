#include "service/workers/sandbox/syscalls.hpp"

#include <seccomp.h>
#include <sys/mman.h>

#include <cerrno>
#include <initializer_list>
#include <memory>

namespace vermilion::service::workers::sandbox {
namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

// On descriptors that are open, memory, and the clock.
constexpr auto kAllowed = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(pread64),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    SCMP_SYS(brk),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(getrusage),
};

// What libraries try and do without: a time zone, a terminal, how many processors there are.
constexpr auto kRefused = {
    SCMP_SYS(open),     SCMP_SYS(openat),     SCMP_SYS(stat),
    SCMP_SYS(lstat),    SCMP_SYS(newfstatat), SCMP_SYS(access),
    SCMP_SYS(readlink), SCMP_SYS(ioctl),      SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),  SCMP_SYS(uname),      SCMP_SYS(getcwd),
};

bool add(void* filter, std::uint32_t action, std::initializer_list<int> calls) {
  for (const int call : calls) {
    if (seccomp_rule_add(filter, action, call, 0) != 0) return false;
  }
  return true;
}

// Memory may be had to read and write, never to run: what a picture smuggles in stays data.
bool allow_data_only(void* filter, int call) {
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1,
                          SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

}  // namespace

bool filter_syscalls() {
  const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
  return filter && add(filter.get(), SCMP_ACT_ALLOW, kAllowed) &&
         add(filter.get(), SCMP_ACT_ERRNO(EPERM), kRefused) &&
         allow_data_only(filter.get(), SCMP_SYS(mmap)) &&
         allow_data_only(filter.get(), SCMP_SYS(mprotect)) && seccomp_load(filter.get()) == 0;
}

}  // namespace vermilion::service::workers::sandbox
