#include "service/store/blobs/open_shelf.hpp"

#include "service/store/blobs/database_shelf.hpp"
#include "service/store/blobs/folder_shelf.hpp"

#include <utility>

namespace vermilion::service::store::blobs {
namespace {

template <class Kind>
Result<std::unique_ptr<Shelf>> owned(Result<Kind> shelf) {
  if (!shelf) return tl::unexpected(std::move(shelf.error()));
  return std::make_unique<Kind>(*std::move(shelf));
}

}  // namespace

Result<std::unique_ptr<Shelf>> open_shelf(const std::string& place, Disk& disk,
                                          database::Database* database) {
  const bool beside_tables = place == kInDatabase && database != nullptr;
  return beside_tables ? owned(DatabaseShelf::open(*database))
                       : owned(FolderShelf::open(place, disk));
}

}  // namespace vermilion::service::store::blobs
