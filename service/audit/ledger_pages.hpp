#pragma once

#include "service/store/database/transaction.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

// The ledger as an auditor reads it: each entry with what it changed, before and after.
namespace vermilion::service::audit {

// A member of the order that an entry changed. What was or is not there is null.
struct Changed {
  std::string path;  // JSON pointer: "/documents/licence/decision"
  nlohmann::json before;
  nlohmann::json after;

  friend bool operator==(const Changed&, const Changed&) = default;
};

struct Entry {
  std::uint64_t number = 0;
  std::string stream;
  std::uint64_t position = 0;
  std::string kind;
  std::int64_t at_s = 0;
  std::string hash;
  bool erased = false;
  nlohmann::json body;           // null where it was erased
  std::vector<Changed> changes;  // of entries of an order
};

// At most so many after a number; of one order, where one is named. What an entry changed is told
// by folding its stream up to the entry before and up to the entry itself.
[[nodiscard]] std::vector<Entry> ledger_page(store::database::Transaction& transaction,
                                             const std::string& order, std::uint64_t after,
                                             int most);

// What two states do not share, by path.
[[nodiscard]] std::vector<Changed> changes_between(const nlohmann::json& before,
                                                   const nlohmann::json& after);

}  // namespace vermilion::service::audit
