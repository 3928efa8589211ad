#pragma once

#include "service/effects/carry.hpp"
#include "service/scans/house.hpp"

namespace vermilion::service::scans {

// QueueInspection, done: the scan is looked at by the rules its order is pinned to, the report is
// kept, the documents of the order are held against each other, and what blocks is to be said to
// the order. Nothing is done for a scan that another has replaced. Done again it looks no second
// time at what was seen.
[[nodiscard]] effects::Outcome<effects::Carried> inspect(House& house, const effects::Task& task);

}  // namespace vermilion::service::scans
