#pragma once

#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service::review {

// A report as it was kept when its scan had been inspected.
struct KeptReport {
  std::int64_t number = 0;  // grows: later reports have greater ones
  std::string order;
  std::string slot;
  std::string sha256;         // of the scan
  std::string json;           // rules/report_json.hpp
  std::string cross = "[]";   // findings of the order as a whole that this document has a part in
  std::int64_t kept_at_s = 0;
};

// Where reports lie: with whoever inspects. Read in the transaction of who asks, so that a decision
// is about the report that is there when it is taken.
class Reports {
 public:
  virtual ~Reports() = default;

  // The last one on this scan in this slot; nothing: it has not been inspected yet.
  [[nodiscard]] virtual std::optional<KeptReport> of(store::database::Transaction& transaction,
                                                     const std::string& order,
                                                     const std::string& slot,
                                                     const std::string& sha256) const = 0;
  // At most so many, in the order of their numbers, that come after a number.
  [[nodiscard]] virtual std::vector<KeptReport> behind(store::database::Transaction& transaction,
                                                       std::int64_t number, int most) const = 0;
  // The greatest number there is; 0: none.
  [[nodiscard]] virtual std::int64_t last(store::database::Transaction& transaction) const = 0;
};

}  // namespace vermilion::service::review
