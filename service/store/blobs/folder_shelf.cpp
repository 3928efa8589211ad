#include "service/store/blobs/folder_shelf.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>

namespace vermilion::service::store::blobs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFolderDigits = 2;  // of the id: 256 folders
constexpr std::string_view kKeyEnding = ".key";
constexpr std::string_view kContentEnding = ".sealed";
constexpr std::string_view kPartEnding = ".part";

Failure failure(const std::error_code& error, std::string_view where) {
  const bool full = error.value() == ENOSPC || error.value() == EDQUOT;
  return {full ? Fault::NoSpace : Fault::Unavailable,
          fmt::format("{}: {}", where, error.message())};
}

tl::unexpected<Failure> refused(const std::error_code& error, std::string_view where) {
  return tl::unexpected(failure(error, where));
}

// When it was last written, which is when it was last kept.
std::optional<std::chrono::sys_seconds> written_at(const std::string& file) {
  std::error_code error;
  const auto time = fs::last_write_time(file, error);
  if (error) return std::nullopt;
  return std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(time));
}

Result<std::string> read(Disk& disk, const std::string& file, const BlobId& id) {
  auto bytes = disk.read(file);
  if (bytes) return std::move(*bytes);
  if (bytes.error() == std::errc::no_such_file_or_directory) {
    return tl::unexpected(Failure{Fault::Missing, fmt::format("blob {} is not there", id.text())});
  }
  return refused(bytes.error(), file);
}

// Unlike any other's, also in another process on the same folder.
std::string part_name(const std::string& file) {
  static std::atomic<unsigned> count{0};
  return fmt::format("{}.{}-{}{}", file, getpid(), count++, kPartEnding);
}

// What goes away meanwhile is left out.
Result<std::vector<std::string>> files_in(const fs::path& root) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(root, error), end; !error && entry != end;
       entry.increment(error)) {
    files.push_back(entry->path().string());
  }
  if (error) return refused(error, root.string());
  return files;
}

}  // namespace

struct FolderShelf::Place {
  std::string folder;
  std::string key;
  std::string content;
};

Result<FolderShelf> FolderShelf::open(fs::path root, Disk& disk) {
  std::error_code error;
  fs::create_directories(root, error);
  if (error) return refused(error, root.string());
  return FolderShelf(std::move(root), disk);
}

FolderShelf::Place FolderShelf::place_of(const BlobId& id) const {
  const fs::path folder = root_ / id.text().substr(0, kFolderDigits);
  const std::string stem = (folder / id.text()).string();
  return {folder.string(), stem + std::string(kKeyEnding), stem + std::string(kContentEnding)};
}

DiskResult<Descriptor> FolderShelf::locked(const Place& place) const {
  const auto made = disk_->make_folder(place.folder);
  if (!made) return tl::unexpected(made.error());
  auto folder = disk_->open_folder(place.folder);
  if (!folder) return folder;
  const auto lock = disk_->lock(*folder);
  if (!lock) return tl::unexpected(lock.error());
  return folder;
}

// Whoever made the folder may not have got as far as this.
DiskResult<void> FolderShelf::sync_root() const {
  return disk_->open_folder(root_.string()).and_then([&](const Descriptor& root) {
    return disk_->sync(root);
  });
}

DiskResult<std::optional<std::string>> FolderShelf::key_at(const Place& place) const {
  auto key = disk_->read(place.key);
  if (key) return std::optional(std::move(*key));
  if (key.error() == std::errc::no_such_file_or_directory) return std::optional<std::string>();
  return tl::unexpected(key.error());
}

DiskResult<void> FolderShelf::write_part(const std::string& part, std::string_view bytes) const {
  const auto file = disk_->create(part);
  if (!file) return tl::unexpected(file.error());
  auto written = disk_->write(*file, bytes);
  if (written) written = disk_->sync(*file);
  if (!written) (void)disk_->remove(part);
  return written;
}

DiskResult<void> FolderShelf::put_in_place(const std::string& file, std::string_view bytes) const {
  const std::string part = part_name(file);
  return write_part(part, bytes).and_then([&] {
    auto renamed = disk_->rename(part, file);
    if (!renamed) (void)disk_->remove(part);
    return renamed;
  });
}

Result<bool> FolderShelf::keep(const BlobId& id, const std::optional<std::string>& expected_key,
                               const std::string& key, const std::string& content) {
  const Place place = place_of(id);
  const auto folder = locked(place);
  if (!folder) return refused(folder.error(), place.folder);
  const auto there = key_at(place);
  if (!there) return refused(there.error(), place.key);
  if (*there != expected_key) return false;
  // The key last: what has a key has a content.
  const auto kept = put_in_place(place.content, content)
                        .and_then([&] { return put_in_place(place.key, key); })
                        .and_then([&] { return disk_->sync(*folder); })
                        .and_then([&] { return sync_root(); });
  if (!kept) return refused(kept.error(), place.folder);
  return true;
}

Result<bool> FolderShelf::exchange_key(const BlobId& id, const std::string& expected_key,
                                       const std::string& key) {
  const Place place = place_of(id);
  const auto folder = locked(place);
  if (!folder) return refused(folder.error(), place.folder);
  const auto there = key_at(place);
  if (!there) return refused(there.error(), place.key);
  if (*there != expected_key) return false;
  const auto kept = put_in_place(place.key, key).and_then([&] { return disk_->sync(*folder); });
  if (!kept) return refused(kept.error(), place.folder);
  return true;
}

Result<std::string> FolderShelf::key(const BlobId& id) const {
  return read(*disk_, place_of(id).key, id);
}

Result<std::string> FolderShelf::content(const BlobId& id) const {
  return read(*disk_, place_of(id).content, id);
}

Result<bool> FolderShelf::destroy(const BlobId& id, std::chrono::sys_seconds before) {
  const Place place = place_of(id);
  const auto folder = locked(place);
  if (!folder) return refused(folder.error(), place.folder);
  if (std::max(written_at(place.key), written_at(place.content)) >= before) return false;
  const auto gone = overwrite(place.key)
                        .and_then([&] { return disk_->remove(place.key); })
                        .and_then([&] { return disk_->remove(place.content); })
                        .and_then([&] { return disk_->sync(*folder); });
  if (!gone) return refused(gone.error(), place.folder);
  return true;
}

// A removed file leaves its bytes on the disk until something else takes their place.
DiskResult<void> FolderShelf::overwrite(const std::string& file) const {
  const auto bytes = disk_->read(file);
  if (!bytes && bytes.error() == std::errc::no_such_file_or_directory) return {};
  if (!bytes) return tl::unexpected(bytes.error());
  const auto open_file = disk_->open_to_overwrite(file);
  if (!open_file) return tl::unexpected(open_file.error());
  return disk_->write(*open_file, std::string(bytes->size(), '\0')).and_then([&] {
    return disk_->sync(*open_file);
  });
}

Result<std::vector<BlobId>> FolderShelf::ids() const {
  const auto files = files_in(root_);
  if (!files) return tl::unexpected(files.error());
  std::vector<BlobId> ids;
  for (const std::string& file : *files) {
    const fs::path path(file);
    if (path.extension() != kKeyEnding && path.extension() != kContentEnding) continue;
    if (auto id = BlobId::parse(path.stem().string())) ids.push_back(std::move(*id));
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Result<std::size_t> FolderShelf::tidy(std::chrono::sys_seconds before) {
  const auto files = files_in(root_);
  if (!files) return tl::unexpected(files.error());
  std::size_t removed = 0;
  for (const std::string& file : *files) {
    if (!file.ends_with(kPartEnding)) continue;
    const auto at = written_at(file);
    if (!at || *at >= before) continue;
    const auto gone = disk_->remove(file);
    if (!gone) return refused(gone.error(), file);
    ++removed;
  }
  return removed;
}

}  // namespace vermilion::service::store::blobs
