#include "service/zip/zip.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <array>
#include <memory>
#include <utility>

namespace vermilion::service::zip {
namespace {

// A bill is two files; who packs thousands wants to keep us busy.
constexpr zip_int64_t kEntriesMax = 100;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;

std::string reason(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

tl::expected<Archive, std::string> opened(zip_source_t* source, int flags) {
  zip_error_t error;
  zip_error_init(&error);
  Archive archive(zip_open_from_source(source, flags, &error));
  if (archive == nullptr) return tl::unexpected(reason(error));
  return archive;
}

tl::expected<Entry, std::string> read(zip_t* archive, zip_uint64_t index, std::size_t bytes_max) {
  zip_stat_t stat;
  // The name as it stands there: libzip would take it for another code page and recode it.
  if (zip_stat_index(archive, index, ZIP_FL_ENC_RAW, &stat) != 0) {
    return tl::unexpected(std::string(zip_strerror(archive)));
  }
  if (stat.size > bytes_max) return tl::unexpected(std::string("there is too much in it"));
  const File file(zip_fopen_index(archive, index, 0));
  if (file == nullptr) return tl::unexpected(std::string(zip_strerror(archive)));
  Entry entry{stat.name, std::string(stat.size, '\0')};
  const auto got = zip_fread(file.get(), entry.content.data(), entry.content.size());
  // The checksum is held at the end, which is one byte further.
  char beyond = 0;
  const bool whole =
      got == static_cast<zip_int64_t>(stat.size) && zip_fread(file.get(), &beyond, 1) == 0;
  if (!whole) return tl::unexpected(std::string("an entry is not what its head says"));
  return entry;
}

// The same entries give the same bytes: each bears the first day the format knows.
bool add(zip_t* archive, const std::string& name, const std::string& content) {
  constexpr zip_uint16_t kFirstDay = 1 << 5 | 1;  // 1980-01-01
  zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
  const zip_int64_t index =
      source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_GUESS);
  if (index < 0) zip_source_free(source);
  return index >= 0 &&
         zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, kFirstDay, 0) == 0;
}

}  // namespace

tl::expected<std::vector<Entry>, std::string> unpacked(std::string_view archive,
                                                       std::size_t bytes_max) {
  // libzip takes nothing for an archive of nothing.
  if (archive.empty()) return tl::unexpected(std::string("there is nothing"));
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(archive.data(), archive.size(), 0, &error));
  if (source == nullptr) return tl::unexpected(reason(error));
  auto zip = opened(source.get(), ZIP_RDONLY | ZIP_CHECKCONS);
  if (!zip) return tl::unexpected(std::move(zip.error()));
  source.release();  // the archive's from here on
  const zip_int64_t count = zip_get_num_entries(zip->get(), 0);
  if (count > kEntriesMax) return tl::unexpected(fmt::format("{} entries", count));
  std::vector<Entry> entries;
  for (zip_int64_t i = 0; i < count; ++i) {
    auto entry = read(zip->get(), static_cast<zip_uint64_t>(i), bytes_max);
    if (!entry) return tl::unexpected(std::move(entry.error()));
    bytes_max -= entry->content.size();
    entries.push_back(*std::move(entry));
  }
  return entries;
}

tl::expected<std::string, std::string> packed(const std::vector<Entry>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  const Source buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (buffer == nullptr) return tl::unexpected(reason(error));
  auto zip = opened(buffer.get(), ZIP_TRUNCATE);
  if (!zip) return tl::unexpected(std::move(zip.error()));
  zip_source_keep(buffer.get());  // the archive frees one of two
  for (const auto& [name, content] : entries) {
    if (!add(zip->get(), name, content)) {
      return tl::unexpected(std::string(zip_strerror(zip->get())));
    }
  }
  if (zip_close(zip->get()) != 0) return tl::unexpected(std::string(zip_strerror(zip->get())));
  zip->release();
  std::string bytes;
  std::array<char, 8192> part{};
  if (zip_source_open(buffer.get()) != 0) return tl::unexpected(std::string("nothing was written"));
  for (zip_int64_t got = 0; (got = zip_source_read(buffer.get(), part.data(), part.size())) > 0;) {
    bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace vermilion::service::zip
