#pragma once

#include "rules/project.hpp"
#include "service/review/case.hpp"
#include "service/review/decision.hpp"
#include "service/review/precision.hpp"
#include "service/review/queue.hpp"
#include "service/review/trouble.hpp"
#include "service/store/orders/orders.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The reviewers' door: what waits, take it, keep it, look, decide.
namespace vermilion::service::review {

// The rules an order goes by, by the digest of its project. Null: nobody kept them.
using ProjectOf = std::function<std::shared_ptr<const rules::Project>(const std::string& project,
                                                                      const std::string& digest)>;

// What the desk works with. All of it outlives it.
struct Around {
  store::orders::Orders& orders;
  const Reports& reports;
  ProjectOf project_of;
  std::span<const pipeline::CheckDescription> checks;
  Samples samples;
};

// Any number of threads.
class Desk {
 public:
  explicit Desk(Around around) : around_(std::move(around)) {}

  [[nodiscard]] Got<std::vector<Waiting>> queue(const std::string& reviewer);
  // Takes the first that nobody else takes meanwhile; what he holds already comes first. Nothing:
  // nothing waits for him.
  [[nodiscard]] Got<std::optional<std::string>> claim_next(const std::string& reviewer);
  // Until when it is his. Renewed once a third of the lease has gone, so that a heartbeat every
  // half minute is an entry of the ledger every ten.
  [[nodiscard]] Got<workflow::Instant> heartbeat(const std::string& order,
                                                 const std::string& reviewer);
  // Of an order he holds; any other is unknown to him.
  [[nodiscard]] Got<Case> look(const std::string& order, const std::string& reviewer);
  // All of it in one transaction, or nothing. Said a second time in the same words, it answers as
  // it did the first time.
  [[nodiscard]] Got<Decided> decide(const std::string& order, const std::string& reviewer,
                                    const Decision& decision);

  // Orders whose reviewer has gone silent wait for another again. How many. For a clock to call.
  [[nodiscard]] store::database::Result<std::size_t> release_lapsed();
  // Takes over what the machine has said of waiting orders; how many documents. For a clock to
  // call, so that queue() finds it done.
  [[nodiscard]] store::database::Result<std::size_t> catch_up();

  // Of one rule where it is named.
  [[nodiscard]] Got<std::vector<RulePrecision>> precision(const std::string& rule);
  [[nodiscard]] Got<SampleCounts> samples();

 private:
  [[nodiscard]] Got<Case> case_of(const std::string& order, const std::string& reviewer);
  [[nodiscard]] ShownDocument shown(const workflow::Order& order,
                                    std::span<const workflow::Event> history,
                                    const rules::Project* project, const std::string& slot);

  Around around_;
};

}  // namespace vermilion::service::review
