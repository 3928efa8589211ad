#pragma once

#include "service/review/risk.hpp"
#include "service/store/orders/saying.hpp"
#include "workflow/order.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vermilion::service::review {

// The sources promise nothing for the review. One working day is half of the two in which a
// certificate is made afterwards, and what reviewers are held to here.
inline constexpr int kPromisedWorkingDays = 1;

// An order that waits for a reviewer.
struct Waiting {
  std::shared_ptr<const workflow::Order> order;
  std::int64_t since_s = 0;
  std::int64_t until_s = 0;  // when it should have been looked at
  Risk risk;
  std::map<std::string, int> findings;  // codes of what is more than a note, how often
  bool resubmission = false;
  bool mine = false;         // this reviewer has it, or looked at it the last time
  bool held = false;         // by this reviewer, now
  bool asks_second = false;  // a colleague wants a finding let pass and asks for a second person
  std::int64_t priority = 0;
};

// The orders that wait, the first first: what this reviewer holds, then what came back to him, then
// by priority: a point of risk counts as a hundredth of the promised time, so that nothing waits
// for ever behind what is riskier. Left out is what others hold, and what asks for a second person
// who he is not.
[[nodiscard]] std::vector<Waiting> queue(const store::orders::Saying& saying,
                                         const std::string& reviewer);

// Documents of waiting orders that have no reading of this round of review, by order.
struct Unread {
  std::shared_ptr<const workflow::Order> order;
  std::vector<std::string> slots;
};
[[nodiscard]] std::vector<Unread> unread(const store::orders::Saying& saying);

}  // namespace vermilion::service::review
