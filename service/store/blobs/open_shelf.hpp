#pragma once

#include "service/store/blobs/disk.hpp"
#include "service/store/blobs/shelf.hpp"
#include "service/store/database/database.hpp"

#include <memory>
#include <string>
#include <string_view>

// Which shelf an installation keeps its blobs on.
namespace vermilion::service::store::blobs {

// Where blobs are said to lie when they lie beside the tables; anything else is a folder.
inline constexpr std::string_view kInDatabase = "database";

// `disk` and `database` must outlive the shelf; a folder needs no database.
[[nodiscard]] Result<std::unique_ptr<Shelf>> open_shelf(const std::string& place, Disk& disk,
                                                        database::Database* database);

}  // namespace vermilion::service::store::blobs
