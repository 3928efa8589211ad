#include "service/workers/sandbox/landlock.hpp"

#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace vermilion::service::workers::sandbox {
namespace {

// The kernel's structure as it has grown; Debian's headers are older than many kernels.
struct Handled {
  std::uint64_t files = 0;
  std::uint64_t net = 0;  // from version 4
};

// How many of the access rights a version knows; each version added the next bits.
constexpr std::array<unsigned, 5> kFileRights{13, 14, 15, 15, 16};
constexpr unsigned kNetRights = 2;

constexpr std::uint64_t first_bits(unsigned count) {
  return (std::uint64_t{1} << count) - 1;
}

}  // namespace

bool lock_files() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  const auto known = std::min<std::size_t>(static_cast<std::size_t>(version), kFileRights.size());
  Handled handled{.files = first_bits(kFileRights[known - 1])};
  if (version >= 4) handled.net = first_bits(kNetRights);
  const std::size_t size = version >= 4 ? sizeof handled : sizeof handled.files;
  const long ruleset = syscall(SYS_landlock_create_ruleset, &handled, size, 0);
  if (ruleset < 0) return false;
  const bool locked = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(static_cast<int>(ruleset));
  return locked;
}

}  // namespace vermilion::service::workers::sandbox
