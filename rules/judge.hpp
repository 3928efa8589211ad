#pragma once

#include "pipeline/report.hpp"
#include "rules/order_facts.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vermilion::rules {

// A wrong accept is worse than a wrong reject, a wrong reject is worse than a refer.
enum class Verdict : std::uint8_t {
  Accept,
  Refer,       // a person must look
  Reject,      // a fact speaks against the document
  Unreadable,  // there was no page to look at
};
std::string_view name(Verdict verdict);

struct Judgement {
  Verdict verdict = Verdict::Refer;
  std::vector<pipeline::Finding> findings;  // the report's, then those that need the order's facts
};

// A code that is not the order's rejects, unless the print is likelier to show the order's or
// the picture shows both: then a person looks. Pure: the same report and facts give the same
// judgement.
[[nodiscard]] Judgement judge(const pipeline::Report& report, const OrderFacts& order);

}  // namespace vermilion::rules
