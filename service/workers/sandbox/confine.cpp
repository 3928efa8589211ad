#include "service/workers/sandbox/confine.hpp"

#include "service/workers/sandbox/landlock.hpp"
#include "service/workers/sandbox/limits.hpp"
#include "service/workers/sandbox/sanitized.hpp"
#include "service/workers/sandbox/syscalls.hpp"

namespace vermilion::service::workers::sandbox {

// In this order: files are left while there is still the right to mount, Landlock asks that no
// privilege can be gained, a limit on descriptors would leave it none to work with, and the filter
// forbids what all the others need.
Layers confine(const Allowance& allowance, const std::optional<Identity>& outside) {
  Layers up;
  const auto note = [&](Layer layer, bool holds) {
    if (holds) up = up.with(layer);
  };
  const std::size_t mapped_bytes = address_space_bytes();
  if (outside && become_nobody(*outside)) {
    note(Layer::Namespaces, true);
    note(Layer::EmptyRoot, leave_all_files());
  }
  note(Layer::NoPrivileges, drop_privileges());
  note(Layer::Landlock, lock_files());
  if constexpr (kSanitized) return up;
  note(Layer::Limits, limit(mapped_bytes + allowance.memory_bytes, allowance.cpu_s));
  note(Layer::Syscalls, filter_syscalls());
  return up;
}

}  // namespace vermilion::service::workers::sandbox
