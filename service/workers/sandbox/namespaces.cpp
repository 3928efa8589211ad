#include "service/workers/sandbox/namespaces.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string>

namespace vermilion::service::workers::sandbox {
namespace {

constexpr unsigned kNobody = 65534;

bool write_to(const char* file, const std::string& text) {
  const int descriptor = open(file, O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const auto written = write(descriptor, text.data(), text.size());
  close(descriptor);
  return written == static_cast<ssize_t>(text.size());
}

// Any folder will do: what is mounted on it becomes the root.
constexpr const char* kPlace = "/tmp";

}  // namespace

bool become_nobody(const Identity& outside) {
  return write_to("/proc/self/setgroups", "deny") &&
         write_to("/proc/self/uid_map", fmt::format("{} {} 1", kNobody, outside.user)) &&
         write_to("/proc/self/gid_map", fmt::format("{} {} 1", kNobody, outside.group));
}

bool leave_all_files() {
  constexpr unsigned long kMount = MS_NOSUID | MS_NODEV | MS_NOEXEC;
  if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  if (mount("empty", kPlace, "tmpfs", kMount, "size=4k,nr_inodes=2,mode=555") != 0) return false;
  if (chdir(kPlace) != 0) return false;
  // The old root comes to lie on the new one and is taken off it: no folder is needed to put it in.
  if (syscall(SYS_pivot_root, ".", ".") != 0) return false;
  if (umount2(".", MNT_DETACH) != 0 || chdir("/") != 0) return false;
  return mount("empty", "/", nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY | kMount, nullptr) == 0;
}

}  // namespace vermilion::service::workers::sandbox
