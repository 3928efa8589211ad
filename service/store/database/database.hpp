#pragma once

#include "service/store/database/error.hpp"
#include "service/store/database/place.hpp"
#include "service/store/database/transaction.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace vermilion::service::store::database {

class Sessions;

struct Options {
  int sessions = 8;                      // at most so many at once
  std::chrono::milliseconds wait{5000};  // for one of them, then Busy
  // Milliseconds since 1970. Unset: the database's own clock, which all machines share.
  std::function<std::int64_t()> clock_ms = {};
};

// The one door to the database, SQLite or PostgreSQL. Several threads may use it at once.
//
// Work is a function of a Transaction. It is committed when it returns, undone when it throws, and
// tried again, from the beginning, when the database was busy or two transactions were in each
// other's way: so it must have no effect but on the database. Whatever happens, the session goes
// back clean.
class Database {
 public:
  [[nodiscard]] static Result<Database> open(const Place& place, Options options = {});
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // Reads and writes. On SQLite one such work at a time runs in the whole database, on PostgreSQL
  // as many as there are sessions, in READ COMMITTED: lock() what must not change meanwhile.
  template <class Work>
  [[nodiscard]] auto transact(Work&& work) -> Result<std::invoke_result_t<Work, Transaction&>> {
    return run(Mode::Write, std::forward<Work>(work));
  }

  // Reads only, all of it as of one moment.
  template <class Work>
  [[nodiscard]] auto read(Work&& work) -> Result<std::invoke_result_t<Work, Transaction&>> {
    return run(Mode::Read, std::forward<Work>(work));
  }

  // Leaves nothing of what was deleted in the files of the database, free pages and SQLite's log
  // included; PostgreSQL's archived logs are its administrator's. Everybody else waits meanwhile.
  [[nodiscard]] Result<void> rewrite();

  Backend backend() const;
  const Place& place() const;

  // Sessions that came back with a transaction open, and were cleaned. Never any.
  int unclean_returns() const;

 private:
  enum class Mode : std::uint8_t { Read, Write };
  struct Inside;

  explicit Database(std::unique_ptr<Inside> inside);

  [[nodiscard]] Result<void> run_whole(Mode mode, const std::function<void(Transaction&)>& work);

  template <class Work>
  auto run(Mode mode, Work&& work) -> Result<std::invoke_result_t<Work, Transaction&>> {
    using T = std::invoke_result_t<Work, Transaction&>;
    if constexpr (std::is_void_v<T>) {
      return run_whole(mode, work);
    } else {
      std::optional<T> value;
      const auto done = run_whole(mode, [&](Transaction& transaction) {
        value.reset();
        value.emplace(work(transaction));
      });
      if (!done) return tl::unexpected(done.error());
      return std::move(*value);
    }
  }

  std::unique_ptr<Inside> inside_;
};

}  // namespace vermilion::service::store::database
