#pragma once

#include "service/store/backup/failure.hpp"
#include "service/store/database/place.hpp"

namespace vermilion::service::store::backup {

// Whether another process has the database open. SQLite holds a lock on the file beside its log for
// as long as somebody does; PostgreSQL lists who is connected. To be asked before opening it.
[[nodiscard]] Result<bool> is_in_use(const database::Place& place);

}  // namespace vermilion::service::store::backup
