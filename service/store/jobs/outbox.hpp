#pragma once

#include "service/store/ledger/ledger.hpp"
#include "workflow/effect.hpp"
#include "workflow/organisation/transitions.hpp"

#include <vector>

namespace vermilion::service::store::jobs {

// The effects an event asks for become jobs, in the transaction that appends it. One whose key was
// there before asks for what is done or under way already, and is left out.
void put(database::Transaction& transaction, const ledger::Entry& because,
         const std::vector<workflow::Effect>& effects);
void put(database::Transaction& transaction, const ledger::Entry& because,
         const std::vector<workflow::organisation::Effect>& effects);

}  // namespace vermilion::service::store::jobs
