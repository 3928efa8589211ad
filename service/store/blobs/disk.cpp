#include "service/store/blobs/disk.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace vermilion::service::store::blobs {
namespace {

tl::unexpected<std::error_code> system_refused() {
  return tl::unexpected(std::error_code(errno, std::generic_category()));
}

DiskResult<void> done(bool success) {
  if (!success) return system_refused();
  return {};
}

DiskResult<Descriptor> opened(int fd) {
  if (fd < 0) return system_refused();
  return Descriptor(fd);
}

// Nobody but us reads what lies there, sealed or not.
constexpr mode_t kFileMode = 0600;
constexpr mode_t kFolderMode = 0700;

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

DiskResult<Descriptor> Disk::create(const std::string& file) {
  return opened(open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode));
}

DiskResult<Descriptor> Disk::open_folder(const std::string& folder) {
  return opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

DiskResult<Descriptor> Disk::open_to_overwrite(const std::string& file) {
  return opened(open(file.c_str(), O_WRONLY | O_CLOEXEC));
}

DiskResult<void> Disk::make_folder(const std::string& folder) {
  return done(mkdir(folder.c_str(), kFolderMode) == 0 || errno == EEXIST);
}

DiskResult<void> Disk::lock(const Descriptor& open) {
  while (flock(open.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return system_refused();
  }
  return {};
}

DiskResult<void> Disk::write(const Descriptor& open, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(open.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_refused();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

DiskResult<void> Disk::sync(const Descriptor& open) {
  return done(fsync(open.get()) == 0);
}

DiskResult<void> Disk::rename(const std::string& from, const std::string& to) {
  return done(std::rename(from.c_str(), to.c_str()) == 0);
}

DiskResult<void> Disk::remove(const std::string& file) {
  return done(unlink(file.c_str()) == 0 || errno == ENOENT);
}

DiskResult<std::string> Disk::read(const std::string& file) {
  const auto open_file = opened(open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!open_file) return tl::unexpected(open_file.error());
  struct stat status {};
  if (fstat(open_file->get(), &status) != 0) return system_refused();
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t length = 0;
  while (length < bytes.size()) {
    const ssize_t got = ::read(open_file->get(), bytes.data() + length, bytes.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_refused();
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  bytes.resize(length);
  return bytes;
}

}  // namespace vermilion::service::store::blobs
