#pragma once

#include <sys/types.h>

namespace vermilion::service::workers::sandbox {

// The ids of a process as it saw them before it had namespaces of its own.
struct Identity {
  uid_t user = 0;
  gid_t group = 0;
};

// To be called in a process with new user and mount namespaces: makes it nobody there, and its root
// an empty folder nothing can be written to.
[[nodiscard]] bool become_nobody(const Identity& outside);
[[nodiscard]] bool leave_all_files();

}  // namespace vermilion::service::workers::sandbox
