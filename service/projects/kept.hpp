#pragma once

#include "service/projects/archive.hpp"
#include "service/projects/rule_set.hpp"
#include "service/store/database/database.hpp"
#include "service/store/orders/terms.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace vermilion::service::projects {

// Every rule set that was live or is tried out, read and ready: the terms orders go by, and the
// rules their scans are judged by. Any number of threads.
//
// Another process may publish, too. `refresh` takes over what has happened since; whoever begins
// orders or shows the catalogue does so first, and a digest that is not known is looked for.
class Kept final : public store::orders::Terms {
 public:
  // `database` must outlive it and have its tables. Error: what is kept cannot be read.
  [[nodiscard]] static tl::expected<std::unique_ptr<Kept>, std::string> open(
      store::database::Database& database);

  // The terms of workflow/. Null as in Terms.
  Found current(const std::string& project) const override;
  Found with_digest(const std::string& project, const std::string& digest) const override;

  using Rules = std::shared_ptr<const rules::Project>;
  // The same as rules. An order's: rules_with_digest(order.project, order.terms_digest).
  [[nodiscard]] Rules current_rules(const std::string& project) const;
  [[nodiscard]] Rules rules_with_digest(const std::string& project,
                                        const std::string& digest) const;

  // What is live as a whole; null before anything was published.
  [[nodiscard]] std::shared_ptr<const RuleSet> live() const;
  // Any set that is kept; null: none.
  [[nodiscard]] std::shared_ptr<const RuleSet> set_with_digest(const std::string& rule_set) const;

  // From the commit on new orders are begun under these. `by` is who is accountable.
  [[nodiscard]] store::database::Result<std::int64_t> publish(const RuleSet& rules,
                                                              const std::string& by,
                                                              const std::string& reason);
  // Kept without being live: scans are judged by them besides.
  [[nodiscard]] store::database::Result<void> keep(const RuleSet& rules);

  // Takes over what was kept and published since. Cheap where nothing was.
  [[nodiscard]] tl::expected<void, std::string> refresh() const;

 private:
  explicit Kept(store::database::Database& database) : database_(database) {}

  using Key = std::pair<std::string, std::string>;  // project, its digest

  // Empty: there is none.
  [[nodiscard]] KeptProject found_current(const std::string& project) const;
  [[nodiscard]] KeptProject found(const std::string& project, const std::string& digest) const;
  void add(RuleSet rules, const std::vector<Place>& places) const;

  store::database::Database& database_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::shared_ptr<const RuleSet>> sets_;  // by digest
  mutable std::map<Key, KeptProject> projects_;
  mutable std::shared_ptr<const RuleSet> live_;
  mutable std::int64_t last_publication_ = 0;
};

}  // namespace vermilion::service::projects
