#pragma once

#include "service/store/database/database.hpp"

namespace vermilion::storage_speed {

struct Figures {
  double per_s = 0;      // by the clock on the wall
  double median_ms = 0;  // one of them
  double p99_ms = 0;
};

// So many writers live orders of their own, from the beginning to the approval, until so many
// commands are said. Throws std::runtime_error for any error.
Figures commands_of(service::store::database::Database& database, int writers, int commands);

// So many workers claim, one at a time, and finish what the commands have asked for.
Figures jobs_of(service::store::database::Database& database, int workers);

// The ledger is grown by so many entries and verified whole: entries a second of this process's CPU
// time.
Figures verify_of(service::store::database::Database& database, int entries);

}  // namespace vermilion::storage_speed
