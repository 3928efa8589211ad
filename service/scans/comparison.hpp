#pragma once

#include "rules/judge_order.hpp"
#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

// The documents of an order, side by side.
namespace vermilion::service::scans {

struct Compared {
  std::string basis;     // digest of all it follows from
  std::string findings;  // JSON array, as reports have them under `cross`
  // By slot: codes of what blocks and is about the document there.
  std::map<std::string, std::set<std::string>> blocking;
};

// The present scans, as far as they are inspected, by the rules the order is pinned to. What is
// missing altogether the order itself says. Worked out once for each state of the documents.
[[nodiscard]] Result<Compared> compare(House& house, const workflow::Order& order);

}  // namespace vermilion::service::scans
