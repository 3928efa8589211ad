#include "service/running/forgetting.hpp"

#include <fmt/format.h>

namespace vermilion::service::running {

using store::database::Database;
using store::database::Result;
using store::database::Transaction;

Result<int> forget_old(Database& database) {
  return database.transact([](Transaction& transaction) {
    int forgotten = 0;
    for (const auto& [table, at_ms, kept, source] : kPeriods) {
      const std::int64_t before = transaction.now_ms() - std::chrono::milliseconds(kept).count();
      const auto gone = transaction.rows<std::int64_t>(
          fmt::format("DELETE FROM {0} WHERE {1} < $1 RETURNING {1}", table, at_ms), {before});
      forgotten += static_cast<int>(gone.size());
    }
    return forgotten;
  });
}

}  // namespace vermilion::service::running
