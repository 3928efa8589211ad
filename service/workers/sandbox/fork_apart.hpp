#pragma once

#include "service/workers/descriptor.hpp"
#include "service/workers/sandbox/namespaces.hpp"

#include <sys/types.h>

#include <functional>
#include <optional>

namespace vermilion::service::workers::sandbox {

struct Child {
  pid_t pid = -1;
  Descriptor handle;  // a pidfd: readable once the child has ended; never another process
};

// What the child does; it ends when this returns. Told who it was where it has namespaces of its
// own.
using Body = std::function<void(const std::optional<Identity>& outside)>;

// Forks the calling process, which has one thread, into users, network, mounts and processes of its
// own where the host allows it, else into an ordinary child. The child dies with its parent.
// Nothing where no process can be made.
[[nodiscard]] std::optional<Child> fork_apart(const Body& body);

}  // namespace vermilion::service::workers::sandbox
