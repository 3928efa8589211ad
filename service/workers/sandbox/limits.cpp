#include "service/workers/sandbox/limits.hpp"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace vermilion::service::workers::sandbox {
namespace {

struct Limit {
  __rlimit_resource resource;
  rlim_t most;
};

bool set(const Limit& limit) {
  const rlimit both{limit.most, limit.most};
  return setrlimit(limit.resource, &both) == 0;
}

}  // namespace

std::size_t address_space_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t pages = 0;
  statm >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

bool limit(std::size_t address_space_bytes, std::uint64_t cpu_s) {
  const std::array limits{Limit{RLIMIT_AS, address_space_bytes},
                          Limit{RLIMIT_CPU, cpu_s},
                          Limit{RLIMIT_FSIZE, 0},
                          Limit{RLIMIT_CORE, 0},
                          Limit{RLIMIT_NPROC, 0},
                          Limit{RLIMIT_MEMLOCK, 0},
                          Limit{RLIMIT_MSGQUEUE, 0},
                          Limit{RLIMIT_NOFILE, 0}};
  return std::ranges::all_of(limits, set);
}

bool drop_privileges() {
  // Up to the last capability this kernel knows; who holds none may not give up the right to them,
  // and need not.
  for (unsigned long capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0;
       ++capability) {
    prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  }
  prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
  return syscall(SYS_capset, &header, none.data()) == 0 &&
         prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

}  // namespace vermilion::service::workers::sandbox
