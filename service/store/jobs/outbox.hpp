#pragma once

#include "service/store/ledger/ledger.hpp"
#include "workflow/effect.hpp"
#include "workflow/organisation/transitions.hpp"

#include <vector>

namespace vermilion::service::store::jobs {

// The effects an event asks for become jobs, in the transaction that appends it. One whose key is
// there already and not done is asked for already. One that is done is to be done again under the
// same key, such as a download that broke off: whoever does it is told that it may have been done.
void put(database::Transaction& transaction, const ledger::Entry& because,
         const std::vector<workflow::Effect>& effects);
void put(database::Transaction& transaction, const ledger::Entry& because,
         const std::vector<workflow::organisation::Effect>& effects);

}  // namespace vermilion::service::store::jobs
