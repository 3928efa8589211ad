#pragma once

#include "service/store/blobs/disk.hpp"
#include "service/store/blobs/shelf.hpp"

#include <filesystem>

namespace vermilion::service::store::blobs {

// A folder on a disk of this machine:
//
//   <root>/ab/abcd….key      <root>/ab/abcd….sealed      <root>/ab/….part: being written
//
// What is written goes to a part file, is synced, renamed, and the folder is synced; only then is
// it acknowledged. An error in any of these is reported and never taken back by a later success:
// the next attempt writes everything anew and relies on nothing that was there. Who changes
// something in ab/ holds the lock on that folder; who reads needs none.
class FolderShelf final : public Shelf {
 public:
  // Makes the folder. `disk` must outlive the shelf.
  [[nodiscard]] static Result<FolderShelf> open(std::filesystem::path root, Disk& disk);

  Result<bool> keep(const BlobId& id, const std::optional<std::string>& expected_key,
                    const std::string& key, const std::string& content) override;
  Result<bool> exchange_key(const BlobId& id, const std::string& expected_key,
                            const std::string& key) override;
  Result<std::string> key(const BlobId& id) const override;
  Result<std::string> content(const BlobId& id) const override;
  Result<bool> destroy(const BlobId& id, std::chrono::sys_seconds before) override;
  Result<std::vector<BlobId>> ids() const override;
  Result<std::size_t> tidy(std::chrono::sys_seconds before) override;

 private:
  struct Place;

  FolderShelf(std::filesystem::path root, Disk& disk) : root_(std::move(root)), disk_(&disk) {}

  Place place_of(const BlobId& id) const;
  DiskResult<Descriptor> locked(const Place& place) const;
  DiskResult<void> sync_root() const;
  DiskResult<std::optional<std::string>> key_at(const Place& place) const;
  DiskResult<void> write_part(const std::string& part, std::string_view bytes) const;
  DiskResult<void> put_in_place(const std::string& file, std::string_view bytes) const;
  DiskResult<void> overwrite(const std::string& file) const;

  std::filesystem::path root_;
  Disk* disk_;
};

}  // namespace vermilion::service::store::blobs
