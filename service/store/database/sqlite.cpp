#include "service/store/database/connection.hpp"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>
#include <Poco/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace vermilion::service::store::database {
namespace {

// How long a statement waits for another process to end its transaction. Long against the few
// milliseconds one takes, short against the minute Poco would let a thread sleep.
constexpr int kBusyTimeout_ms = 10'000;
// Poco tries for so long to open a file that is not there; a minute if nothing is said.
constexpr int kOpening_s = 2;

// FULL: an acknowledged commit survives a power failure. NORMAL would be seventy times as fast and
// lose the last ones.
constexpr const char* kSettings = R"(
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
)";

ErrorKind kind_of(int code) {
  switch (code & 0xff) {  // the rest says more, such as 517: BUSY_SNAPSHOT
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::Busy;
    case SQLITE_CONSTRAINT:
      return ErrorKind::Constraint;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOMEM:
      return ErrorKind::Down;
    default:
      return ErrorKind::Ours;
  }
}

// "UNIQUE constraint failed: main_keys.organisation, main_keys.project" -> what follows the colon
std::string constraint_of(std::string_view message) {
  constexpr std::string_view kFailed = " constraint failed: ";
  const auto at = message.find(kFailed);
  if (at == message.npos) return "";
  std::string_view name = message.substr(at + kFailed.size());
  if (name.starts_with("index '")) name = name.substr(7, name.size() - 8);
  return std::string(name);
}

Error error_in(sqlite3* database, std::string_view doing) {
  const int code = sqlite3_extended_errcode(database);
  const std::string_view message = sqlite3_errmsg(database);
  Error error{kind_of(code), fmt::format("SQLite {}: {}: {}", code, message, doing), {}};
  if (error.kind == ErrorKind::Constraint) error.constraint = constraint_of(message);
  return error;
}

class Sqlite final : public Connection {
 public:
  explicit Sqlite(Poco::Data::Session session)
      : Connection(session), handle_(Poco::Data::SQLite::Utility::dbHandle(session)) {
    sqlite3_busy_timeout(handle_, kBusyTimeout_ms);
    script(kSettings);
  }

  Backend backend() const override { return Backend::Sqlite; }
  // IMMEDIATE: whoever is to write waits at the beginning. Poco's own begin() is DEFERRED, and its
  // first write after a read fails at once, whatever the timeout.
  void begin(bool writes) override { script(writes ? "BEGIN IMMEDIATE" : "BEGIN"); }
  void commit() override { script("COMMIT"); }
  void rollback() noexcept override {
    if (is_in_transaction()) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  bool is_in_transaction() override { return sqlite3_get_autocommit(handle_) == 0; }
  bool is_alive() override { return true; }

  void script(const std::string& sql) override {
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return;
    throw Broken{error_in(handle_, sql.substr(0, 80))};
  }

  // The log beside the file holds the old pages, too.
  void rewrite() override {
    script("VACUUM");
    script("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  void lock(std::string_view) override {}  // BEGIN IMMEDIATE has locked everything

  // Everybody who has the file open is on one machine, by one clock.
  std::int64_t now_ms() override {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  }

  // "$2" would be a name here, numbered by where it first appears; "?2" is the second parameter.
  std::string adapted(const std::string& sql) const override {
    std::string text = sql;
    std::ranges::replace(text, '$', '?');
    return text;
  }

  Error error_of(const Poco::Exception& exception, const std::string& sql) override {
    Error error = error_in(handle_, sql);
    if (sqlite3_errcode(handle_) == SQLITE_OK) {
      error.detail = fmt::format("{}: {}", exception.what(), sql);
    }
    return error;
  }

 private:
  sqlite3* handle_;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& file) {
  static const bool kRegistered = [] {
    Poco::Data::SQLite::Connector::registerConnector();
    return true;
  }();
  static_cast<void>(kRegistered);
  try {
    return std::make_unique<Sqlite>(Poco::Data::Session("SQLite", file, kOpening_s));
  } catch (const Poco::Exception& exception) {
    throw Broken{{ErrorKind::Down, fmt::format("{}: {}", exception.what(), file), {}}};
  }
}

}  // namespace vermilion::service::store::database
