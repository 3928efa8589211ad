#include "service/crypto/secret_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace vermilion::service::crypto {
namespace {

constexpr off_t kBytesMax = 64 << 10;  // a chain of certificates beside a key is a tenth of it

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<std::string> refuse(const std::filesystem::path& file, std::string_view why) {
  return tl::unexpected(fmt::format("{}: {}", file.string(), why));
}

tl::unexpected<std::string> system_refused(const std::filesystem::path& file) {
  return refuse(file, std::generic_category().message(errno));
}

// Empty: nothing is wrong with it.
std::string_view objection_to(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return "is no plain file";
  if (status.st_uid != geteuid() && status.st_uid != 0) return "belongs to somebody else";
  if ((status.st_mode & 077) != 0) return "is open to others than its owner; chmod 600 it";
  if (status.st_size > kBytesMax) return "is too large for a secret";
  return {};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const Descriptor open_folder(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return open_folder.get() >= 0 && fsync(open_folder.get()) == 0;
}

}  // namespace

tl::expected<std::string, std::string> read_secret_file(const std::filesystem::path& file) {
  // Looked at once it is open, so that nobody exchanges it in between; a pipe must not block us.
  const Descriptor secret(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (secret.get() < 0 || fstat(secret.get(), &status) != 0) return system_refused(file);
  if (const auto objection = objection_to(status); !objection.empty()) {
    return refuse(file, objection);
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  const ssize_t length = read(secret.get(), bytes.data(), bytes.size());
  if (length < 0) return system_refused(file);
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

tl::expected<void, std::string> write_secret_file(const std::filesystem::path& file,
                                                  std::string_view bytes) {
  const Descriptor secret(open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (secret.get() < 0) return system_refused(file);
  if (!write_all(secret.get(), bytes) || fsync(secret.get()) != 0 || !sync_folder_of(file)) {
    return system_refused(file);
  }
  return {};
}

}  // namespace vermilion::service::crypto
