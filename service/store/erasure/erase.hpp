#pragma once

#include "service/store/blobs/blobs.hpp"
#include "service/store/erasure/retention.hpp"
#include "service/store/orders/orders.hpp"

#include <set>
#include <string>
#include <vector>

// Takes away what is known of an order: the bodies of its entries, its rows, its jobs, the keys of
// its scans and of what was made of them. What stays is the hashes: that there was an order of this
// id, and when what happened.
namespace vermilion::service::store::erasure {

struct Asked {
  std::string reason;       // goes into the ledger: no name of who it was about
  bool at_request = false;  // of who it is about; otherwise because its period is over
};

struct Erasure {
  Decision decision;         // anything but Erase: nothing was done
  std::optional<Hold> hold;  // why Held
  bool unknown = false;      // no such order, or erased before
  std::size_t scans = 0;     // whose keys were destroyed
  std::size_t shared = 0;    // that stay: another order has the same, or may be about to
};

// The order goes in one transaction; its scans afterwards. Should that be broken off, they are
// orphans, and sweep() of the blobs takes them.
[[nodiscard]] database::Result<Erasure> erase(orders::Orders& orders, blobs::Blobs& blobs,
                                              const std::string& order, const Asked& asked,
                                              Instant now);

// Orders whose period is over.
[[nodiscard]] database::Result<std::vector<std::string>> due(orders::Orders& orders, Instant now);

// The ids of all blobs that the ledger or a row names: what sweep() must leave.
[[nodiscard]] std::set<std::string> named_blobs(database::Transaction& transaction);

}  // namespace vermilion::service::store::erasure
