#pragma once

#include "service/running/installation.hpp"
#include "service/running/rounds.hpp"

#include <functional>
#include <string>
#include <vector>

// What an installation does by itself, time and again.
namespace vermilion::service::running {

struct Habits {
  unsigned bill_hour = 10;  // of the day after, in Beijing: from then on WeChat Pay has the bill
  // Blobs that somebody needs besides those the ledger names.
  std::function<bool(const std::string& id)> needs_blob = {};
};

// Partners asked after what nobody told, invoices taken, the ledger verified, blobs swept, orders
// erased that are due, yesterday's bills reconciled. The installation must outlive them.
[[nodiscard]] std::vector<Round> usual_rounds(Installation& installation, Habits habits);

}  // namespace vermilion::service::running
