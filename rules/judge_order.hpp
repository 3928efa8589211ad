#pragma once

#include "rules/comparison.hpp"
#include "rules/judge_document.hpp"

#include <span>
#include <string>
#include <vector>

// All documents of an order, side by side.
namespace vermilion::rules {

// A scan and where it was put. Several scans may lie in one slot.
struct SlotReport {
  std::string slot;
  pipeline::Report report;
};

// A finding about the order as a whole, with what the documents say and where: for both crops side
// by side.
struct OrderFinding {
  pipeline::Finding finding;
  std::vector<Sight> sights;
};

struct OrderJudgement {
  Verdict verdict = Verdict::Refer;  // of the gravest document or finding
  std::vector<Judgement> documents;  // of each report, in their order
  std::vector<OrderFinding> findings;
};

// Each document is judged by judge_document(). Of the order: facts the documents disagree in (what
// differs from the order is told at its document), the same file in two slots, slots that are
// surely wanted and empty, a credit code of another region, a main key or verification the order
// lacks, an identity number that cannot be. Where a project wants seals to differ, a seal that
// looks like one of another document to the grain of its ink was pasted: a warning, with both
// places. Reports in slots the project lacks are our own mistake.
[[nodiscard]] OrderJudgement judge_order(const Project& project, const OrderFacts& order,
                                         std::span<const SlotReport> reports);

}  // namespace vermilion::rules
