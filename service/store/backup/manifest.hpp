#pragma once

#include "service/store/backup/failure.hpp"
#include "service/store/ledger/ledger.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::store::backup {

struct TableCopy {
  std::string name;
  std::vector<std::string> columns;
  std::size_t rows = 0;
  std::vector<std::string> pages;  // ids

  friend bool operator==(const TableCopy&, const TableCopy&) = default;
};

// What one backup holds.
struct Manifest {
  std::chrono::sys_seconds made_at{};
  int schema = 0;     // the last migration
  ledger::Head head;  // of the ledger
  std::vector<TableCopy> tables;
  std::size_t blobs = 0;
  std::vector<std::string> blob_pages;  // of the ids of the blobs, one a line

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

[[nodiscard]] std::string text_of(const Manifest& manifest);
[[nodiscard]] Result<Manifest> manifest_of(std::string_view text);

}  // namespace vermilion::service::store::backup
