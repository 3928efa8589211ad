#pragma once

#include "pipeline/report.hpp"
#include "rules/order_facts.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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

// Which rules a document was judged by.
struct RuleSet {
  std::string project;
  std::string document;  // the slot
  std::string type;      // the alternative of the slot that fits best
  std::string digest;    // of the project

  friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

struct Judgement {
  Verdict verdict = Verdict::Refer;
  std::vector<pipeline::Finding> findings;  // the report's, then those that need the order's facts
  std::vector<pipeline::Finding> logged = {};   // of rules that only record
  std::optional<RuleSet> rules = {};            // absent without a project
  std::optional<pipeline::FormFact> form = {};  // absent where no form of ours was recognised
  OrderFacts order = {};                        // what it was judged with

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

// A code that is not the order's rejects, unless the print is likelier to show the order's or
// the picture shows both: then a person looks. Pure: the same report and facts give the same
// judgement.
[[nodiscard]] Judgement judge(const pipeline::Report& report, const OrderFacts& order);

// Unreadable, else what the gravest finding asks for.
[[nodiscard]] Verdict verdict_of(bool readable, std::span<const pipeline::Finding> findings);

}  // namespace vermilion::rules
