#pragma once

#include "service/store/database/transaction.hpp"
#include "service/store/jobs/lane.hpp"
#include "service/store/orders/streams.hpp"
#include "service/store/orders/terms.hpp"
#include "workflow/apply.hpp"
#include "workflow/organisation/apply.hpp"
#include "workflow/working_days.hpp"

#include <tl/expected.hpp>

#include <string>

// What becomes of a command within one transaction: load, read the facts, decide, append, project,
// ask for the effects. Orders and jobs both go through here.
namespace vermilion::service::store::orders {

using Answer = tl::expected<workflow::Step, workflow::Refusal>;
using OrganisationAnswer = tl::expected<workflow::organisation::Step, workflow::Refusal>;

struct Saying {
  database::Transaction& transaction;
  const Terms& terms;
  const workflow::WorkingDays& calendar;
  Memory& memory;
  jobs::Asked& asked;  // counted here: what somebody outside has to do now
};

[[nodiscard]] Answer say(const Saying& saying, const std::string& order,
                         const workflow::Command& command);
[[nodiscard]] OrganisationAnswer say(const Saying& saying, const std::string& credit_code,
                                     const workflow::organisation::Command& command);

// The rules a stored order goes by.
[[nodiscard]] Terms::Found terms_of(const Terms& terms, const workflow::Order& order);

}  // namespace vermilion::service::store::orders
