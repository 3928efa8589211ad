#pragma once

#include "service/store/jobs/lane.hpp"
#include "service/store/ledger/ledger.hpp"
#include "workflow/effect.hpp"
#include "workflow/organisation/transitions.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace vermilion::service::store::jobs {

// The effects an event asks for become jobs, in the transaction that appends it. One whose key is
// there already and not done is asked for already. One that is done is to be done again under the
// same key, such as a download that broke off: whoever does it is told that it may have been done.
//
// Scans take turns by account: each is put behind the account's own, and beside the first of the
// others, so that whoever has one scan waits for one of each other account and not for all.
[[nodiscard]] Asked put(database::Transaction& transaction, const ledger::Entry& because,
                        const std::string& account, const std::vector<workflow::Effect>& effects);
[[nodiscard]] Asked put(database::Transaction& transaction, const ledger::Entry& because,
                        const std::vector<workflow::organisation::Effect>& effects);

// Scans that wait or are looked at, and of how many accounts they are.
struct Queue {
  std::int64_t scans = 0;
  std::int64_t accounts = 0;
};
[[nodiscard]] Queue queue_of_scans(database::Transaction& transaction);

}  // namespace vermilion::service::store::jobs
