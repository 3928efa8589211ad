#pragma once

#include "pipeline/report.hpp"
#include "rules/forms/signature.hpp"
#include "rules/judge.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <optional>
#include <span>
#include <vector>

// Whether a scan is the form that was printed for this order. The process that decodes pictures
// reads the code; here, where the key may be, it is verified and held against the order.
namespace vermilion::rules {

struct FormJudgement {
  std::optional<pipeline::FormFact> form;  // what a code of ours says; absent where none was read
  std::vector<pipeline::Finding> findings;
};

// Without keys the code is told and nothing is found: nobody could say whether to believe it. But
// what a stored report says was verified is judged by that. Nothing is found either where the
// document has no form, or where nobody looked for codes.
//
// Another order, project and document are told together; only of the right form a generation that
// is not the present one, or facts that were printed otherwise. Facts are compared where the order
// says all that is printed.
[[nodiscard]] FormJudgement judge_form(const Project& project, const DocumentType& type,
                                       const pipeline::Report& report, const OrderFacts& order,
                                       std::span<const forms::Key> keys);

}  // namespace vermilion::rules
