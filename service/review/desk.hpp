#pragma once

#include "rules/project.hpp"
#include "service/review/case.hpp"
#include "service/review/precision.hpp"
#include "service/review/queue.hpp"
#include "service/review/trouble.hpp"
#include "service/store/orders/orders.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The reviewers' door: what waits, take it, keep it, look, decide.
namespace vermilion::service::review {

// The rules of a project an order goes by, by their digest; the current ones where they are not
// kept. Null: there is no such project.
using ProjectOf = std::function<std::shared_ptr<const rules::Project>(const std::string& project,
                                                                      const std::string& digest)>;

struct Decision {
  struct OnDocument {
    std::string slot;
    std::string sha256;
    bool accepted = false;
    std::vector<std::string> reasons;
  };
  struct Override {
    std::string reason;  // the first person's
    std::string digest;  // the second person's: of the subject that was shown
  };

  std::string digest;  // of the case as it was on the screen
  std::vector<OnDocument> documents;
  bool wrong_project = false;
  std::optional<Override> let_pass;
};

struct Decided {
  enum class Outcome { Approved, Rejected, AsksSecondPerson };

  Outcome outcome = Outcome::Approved;
  std::uint64_t version = 0;  // of the order
};

class Desk {
 public:
  // All of these must outlive it.
  Desk(store::orders::Orders& orders, const Reports& reports, ProjectOf project_of,
       Samples samples)
      : orders_(orders),
        reports_(reports),
        project_of_(std::move(project_of)),
        samples_(std::move(samples)) {}

  [[nodiscard]] Got<std::vector<Waiting>> queue(const std::string& reviewer, std::size_t most);
  // Takes the first that nobody else takes meanwhile; what he holds already comes first. Nothing:
  // there is none.
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
  // Takes over what the machine has said since; how many reports. For a clock to call, and done by
  // queue() and look() for what they show.
  [[nodiscard]] store::database::Result<std::size_t> catch_up();

  [[nodiscard]] store::database::Result<std::vector<RulePrecision>> precision(
      const std::string& rule);
  [[nodiscard]] store::database::Result<SampleCounts> samples();

 private:
  store::orders::Orders& orders_;
  const Reports& reports_;
  ProjectOf project_of_;
  Samples samples_;
};

}  // namespace vermilion::service::review
