#pragma once

#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"
#include "service/scans/scan.hpp"

#include <cstddef>
#include <span>
#include <string>

// A scan comes in.
namespace vermilion::service::scans {

// Not yet looked at: the machine needs less than a second each, so that a person never waits behind
// more than he has uploaded himself, and a flood of one account costs others no more than this.
inline constexpr std::int64_t kWaitingMost = 16;

// Of all accounts together: ten minutes' work of two workers. Who has a scan among them waits until
// it is done; who has none may still hand in one.
inline constexpr std::int64_t kWaitingInAll = 2048;

// Versions of one slot: nobody scans a page a hundred times in earnest.
inline constexpr std::int64_t kVersionsMost = 100;

struct Upload {
  std::string id;  // of the request: the command's
  std::string order;
  std::string slot;
  std::string by;  // the seat
  std::span<const std::byte> bytes;
};

// Kept as a blob, acknowledged by the disk; then said to the order and written down in one
// transaction. The same bytes as lie in the slot already are the same scan. What is refused leaves
// no row and no event; a blob nobody names is swept away.
[[nodiscard]] Result<Scan> upload(House& house, const Upload& upload);

}  // namespace vermilion::service::scans
