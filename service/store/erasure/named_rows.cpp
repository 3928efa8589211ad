#include "service/store/erasure/named_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string_view>

namespace vermilion::service::store::erasure {
namespace {

using database::Transaction;

struct Naming {
  std::string_view table;
  std::string_view column;
};

// By order; pictures and evidence go by the scan they are of.
constexpr std::array kOfOrders{Naming{"scans", "sha256"}, Naming{"reports", "report_sha256"},
                               Naming{"comparisons", "findings_sha256"},
                               Naming{"forms", "form_sha256"}};
constexpr Naming kPictures{"pictures", "picture_sha256"};

constexpr std::chrono::milliseconds kUnused = std::chrono::hours(24);

void add_where(Transaction& transaction, const Naming& naming, const std::string& condition,
               const database::Parameters& with, std::set<std::string>& ids) {
  for (auto& [id] : transaction.rows<std::string>(
           fmt::format("SELECT {} FROM {} WHERE {}", naming.column, naming.table, condition),
           with)) {
    ids.insert(std::move(id));
  }
}

bool has(Transaction& transaction, std::string_view table, std::string_view column,
         const std::string& id) {
  return transaction
      .row<std::string>(
          fmt::format("SELECT {} FROM {} WHERE {} = $1 LIMIT 1", column, table, column), {id})
      .has_value();
}

// Of scans that no order has any more.
void take_pictures_away(Transaction& transaction, std::set<std::string>& ids) {
  for (const std::string& scan : std::set(ids)) {
    if (has(transaction, "scans", "sha256", scan)) continue;
    add_where(transaction, kPictures, "scan_sha256 = $1", {scan}, ids);
    transaction.run("DELETE FROM pictures WHERE scan_sha256 = $1", {scan});
  }
}

}  // namespace

void take_rows_away(Transaction& transaction, const std::string& order,
                    std::set<std::string>& ids) {
  for (const Naming& naming : kOfOrders) {
    add_where(transaction, naming, "order_id = $1", {order}, ids);
    transaction.run(fmt::format("DELETE FROM {} WHERE order_id = $1", naming.table), {order});
  }
  take_pictures_away(transaction, ids);
  for (const std::string& id : ids) {
    transaction.run("DELETE FROM evidence WHERE sha256 = $1", {id});
  }
}

bool is_named_by_rows(Transaction& transaction, const std::string& id) {
  for (const Naming& naming : kOfOrders) {
    if (has(transaction, naming.table, naming.column, id)) return true;
  }
  return has(transaction, kPictures.table, kPictures.column, id);
}

void add_named_by_rows(Transaction& transaction, std::set<std::string>& ids) {
  for (const Naming& naming : kOfOrders) add_where(transaction, naming, "1 = 1", {}, ids);
  add_where(transaction, kPictures, "1 = 1", {}, ids);
  add_where(transaction, {"evidence", "sha256"}, "given_at_ms > $1",
            {transaction.now_ms() - kUnused.count()}, ids);
}

}  // namespace vermilion::service::store::erasure
