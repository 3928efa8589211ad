#include "service/store/backup/presence.hpp"

#include "service/store/blobs/disk.hpp"
#include "service/store/database/database.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace vermilion::service::store::backup {
namespace {

// The "dead man's switch" of SQLite's write-ahead log (os_unix.c): every connection holds this byte
// of the -shm file for as long as it is open.
constexpr off_t kDeadMansSwitch = 128;

Result<bool> sqlite_is_in_use(const std::string& file) {
  const std::string beside = file + "-shm";
  const blobs::Descriptor shared(open(beside.c_str(), O_RDWR | O_CLOEXEC));
  if (shared.get() < 0 && errno == ENOENT) return false;
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = kDeadMansSwitch;
  lock.l_len = 1;
  if (shared.get() < 0 || fcntl(shared.get(), F_GETLK, &lock) != 0) {
    return tl::unexpected(
        Failure{Fault::Failed, fmt::format("{}: {}", beside, std::strerror(errno))});
  }
  return lock.l_type != F_UNLCK;
}

Result<bool> postgresql_is_in_use(const database::Place& place) {
  database::Options one;
  one.sessions = 1;
  auto database = database::Database::open(place, one);
  if (!database) return tl::unexpected(Failure{Fault::Failed, database.error().detail});
  const auto others = database->read([](database::Transaction& transaction) {
    return std::get<0>(*transaction.row<std::int64_t>(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
        "pg_backend_pid() AND backend_type = 'client backend'"));
  });
  if (!others) return tl::unexpected(Failure{Fault::Failed, others.error().detail});
  return *others > 0;
}

}  // namespace

Result<bool> is_in_use(const database::Place& place) {
  return place.backend == database::Backend::Sqlite ? sqlite_is_in_use(place.where)
                                                    : postgresql_is_in_use(place);
}

}  // namespace vermilion::service::store::backup
