#pragma once

#include "service/projects/rule_set.hpp"
#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <string>
#include <vector>

// Rule sets in the database: none that an order may go by is ever forgotten. What follows from the
// files is worked out again by whoever reads them.
namespace vermilion::service::projects {

// Where the rules of a project, as an order names them, are to be found.
struct Place {
  std::string project;
  std::string digest;    // of the project
  std::string rule_set;  // of the files
};

struct Publication {
  std::int64_t number = 0;  // 1, 2, 3, …; the last is live
  std::string rule_set;
  std::int64_t at_s = 0;
  std::string by;
  std::string reason;
};

// Keeps the files, unless they are kept already. Shadow sets are kept like live ones.
void keep(store::database::Transaction& transaction, const RuleSet& rules);

// Keeps them and makes them the ones that orders are begun under, from the commit on.
std::int64_t publish(store::database::Transaction& transaction, const RuleSet& rules,
                     const std::string& by, const std::string& reason);

[[nodiscard]] std::vector<Publication> publications(store::database::Transaction& transaction);
// 0: nothing was published yet.
[[nodiscard]] std::int64_t last_publication(store::database::Transaction& transaction);
[[nodiscard]] std::vector<std::string> kept_sets(store::database::Transaction& transaction);
[[nodiscard]] std::vector<Place> places_in(store::database::Transaction& transaction,
                                           const std::string& rule_set);
// Empty: it is not kept.
[[nodiscard]] Files files_of(store::database::Transaction& transaction,
                             const std::string& rule_set);

}  // namespace vermilion::service::projects
