#pragma once

#include "service/store/database/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vermilion::service::running {

// Something staff must look at.
struct Alarm {
  std::string key;  // the same a second time is the same alarm
  std::string kind;
  std::string order;  // empty: of no order
  std::string detail;
  std::int64_t at_ms = 0;

  friend bool operator==(const Alarm&, const Alarm&) = default;
};

// True: nobody had raised it before.
bool raise(store::database::Transaction& transaction, const Alarm& alarm);
[[nodiscard]] store::database::Result<bool> raise(store::database::Database& database,
                                                  const Alarm& alarm);
// The latest first.
[[nodiscard]] store::database::Result<std::vector<Alarm>> alarms(
    store::database::Database& database, int most);

}  // namespace vermilion::service::running
