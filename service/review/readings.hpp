#pragma once

#include "service/review/reports.hpp"
#include "service/review/samples.hpp"
#include "service/store/database/transaction.hpp"
#include "workflow/order.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::review {

// One finding of a report, by its names alone.
struct Flag {
  std::string rule;  // "housing_outside/licence_copy/licence_scanned"; the check's where none asked
  std::string code;  // "IMG_PHOTO"
  std::string level;

  friend bool operator==(const Flag&, const Flag&) = default;
};

// What the machine said of one scan, as far as the queue and the counts need it.
struct Reading {
  std::string order;
  std::string slot;
  std::string sha256;
  std::string project;
  std::string type;  // of document, the alternative that fitted; empty: none
  std::string verdict;
  bool sampled = false;
  unsigned round = 0;  // of review in which it was taken: what documents say together changes
  std::int64_t read_at_s = 0;
  std::vector<Flag> flags;

  friend bool operator==(const Reading&, const Reading&) = default;
};

// Of the report on the scan that lies in the slot. A text that is no report reads as `unreadable`:
// then a person looks.
[[nodiscard]] Reading reading_of(const ShownReport& report, const workflow::Order& order,
                                 const std::string& slot, const Samples& samples);

// In place of an earlier one of the same scan.
void keep(store::database::Transaction& transaction, const Reading& reading);

[[nodiscard]] std::vector<Reading> readings_of(store::database::Transaction& transaction,
                                               const std::string& order);

}  // namespace vermilion::service::review
