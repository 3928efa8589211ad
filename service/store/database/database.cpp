#include "service/store/database/database.hpp"

#include "service/store/database/sessions.hpp"

#include <mutex>
#include <random>
#include <thread>

namespace vermilion::service::store::database {
namespace {

// With pauses that double from a millisecond, the last try comes after about a quarter of a second.
constexpr int kTries = 8;
// Who waited this long for a lock or a session is told so and not made to wait again.
constexpr std::chrono::seconds kPatience{10};

void pause_before(int attempt) {
  thread_local std::minstd_rand random{std::random_device{}()};
  const int most_ms = 1 << attempt;
  std::this_thread::sleep_for(
      std::chrono::milliseconds(1 + random() % static_cast<unsigned>(most_ms)));
}

// A connection that died while nobody used it is replaced; nothing has been done with it yet.
Connection& begun(Lease& lease, bool writes) {
  try {
    lease->begin(writes);
  } catch (const Broken&) {
    if (lease->is_alive()) throw;
    lease.renew();
    lease->begin(writes);
  }
  return *lease;
}

// Undoes what is not committed, however the scope is left.
class Scope {
 public:
  explicit Scope(Connection& connection) : connection_(connection) {}
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
  ~Scope() { connection_.rollback(); }

  void commit() { connection_.commit(); }

 private:
  Connection& connection_;
};

}  // namespace

struct Database::Inside {
  Inside(const Place& place, Options given)
      : options(std::move(given)), sessions(place, options.sessions, options.wait) {}

  void run_once(bool writes, const std::function<void(Transaction&)>& work) {
    // SQLite lets writers poll for their turn; within a process they may as well queue.
    std::unique_lock<std::mutex> turn(writer, std::defer_lock);
    if (writes && sessions.place().backend == Backend::Sqlite) turn.lock();
    Lease connection(sessions);
    Scope scope(begun(connection, writes));
    Transaction transaction(*connection,
                            options.clock_ms ? std::optional(options.clock_ms()) : std::nullopt);
    work(transaction);
    if (!transaction.undone()) scope.commit();
  }

  Options options;
  Sessions sessions;
  std::mutex writer;
};

Result<Database> Database::open(const Place& place, Options options) {
  Database database(std::make_unique<Inside>(place, std::move(options)));
  if (const auto reached = database.read([](Transaction&) {}); !reached) {
    return tl::unexpected(reached.error());
  }
  return database;
}

Database::Database(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<void> Database::rewrite() try {
  Lease connection(inside_->sessions);
  connection->rewrite();
  return {};
} catch (const Broken& broken) {
  return tl::unexpected(broken.error);
}

Backend Database::backend() const {
  return inside_->sessions.place().backend;
}

const Place& Database::place() const {
  return inside_->sessions.place();
}

int Database::unclean_returns() const {
  return inside_->sessions.unclean_returns();
}

Result<void> Database::run_whole(Mode mode, const std::function<void(Transaction&)>& work) {
  const auto began = std::chrono::steady_clock::now();
  for (int attempt = 1;; ++attempt) {
    try {
      inside_->run_once(mode == Mode::Write, work);
      return {};
    } catch (const Broken& broken) {
      const bool patient = std::chrono::steady_clock::now() - began < kPatience;
      if (broken.error.kind != ErrorKind::Busy || attempt == kTries || !patient) {
        return tl::unexpected(broken.error);
      }
    } catch (const std::exception& exception) {
      return tl::unexpected(Error{ErrorKind::Ours, exception.what(), {}});
    }
    pause_before(attempt);
  }
}

}  // namespace vermilion::service::store::database
