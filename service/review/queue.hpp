#pragma once

#include "service/review/risk.hpp"
#include "service/store/orders/saying.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vermilion::service::review {

// An order that waits for a reviewer.
struct Waiting {
  std::string order;
  std::string project;
  std::string organisation;  // credit code
  std::int64_t since_s = 0;
  std::int64_t until_s = 0;  // when it should have been looked at
  Risk risk;
  std::map<std::string, int> findings;  // codes of what is more than a note, how often
  bool resubmission = false;
  bool mine = false;           // this reviewer has it, or looked at it the last time
  bool held = false;           // by this reviewer, now
  bool asks_second = false;    // a colleague wants a finding overridden and asks for a second person
  std::int64_t priority = 0;   // greater comes first
};

// Everything a reviewer could take, the first first: what he holds, then by priority. A point of
// risk weighs as much as a hundredth of the promised time, so that nothing waits for ever behind
// what is riskier. Left out is what others hold, and what asks for a second person who he is not.
[[nodiscard]] std::vector<Waiting> queue(const store::orders::Saying& saying,
                                         const std::string& reviewer, std::int64_t now_s);

}  // namespace vermilion::service::review
