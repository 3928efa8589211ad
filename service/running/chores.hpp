#pragma once

#include "service/running/installation.hpp"
#include "service/running/rounds.hpp"

#include <vector>

// What an installation does by itself, time and again.
namespace vermilion::service::running {

// Partners asked after what nobody told, invoices taken, the ledger verified, blobs nobody names
// swept, orders erased that are due, yesterday's bills reconciled from that hour in Beijing on. The
// installation must outlive them.
[[nodiscard]] std::vector<Round> usual_rounds(Installation& installation, unsigned bill_hour);

}  // namespace vermilion::service::running
