#pragma once

#include "pipeline/report.hpp"
#include "rules/forms/signature.hpp"
#include "rules/judge.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <span>

namespace vermilion::rules {

// Judges a scan in a slot of an order by the rules of its project. `report` is of an inspection by
// plan_of(); `slot` is one of the project's.
//
// A page that shows which alternative of the slot it is, by a title only one of them takes or by a
// stamp only one asks for, is judged by that alone. Else each judges by its own rules and the best
// verdict wins, of equal ones that with the fewest findings; only its findings are told. Where they
// are not of one mind, or an unstamped page would fare better as another than its title says, a
// person looks: DOC_KIND_UNKNOWN. What the page says is held against the order wherever the project
// compares the two; whether it is the form printed for this order where `form_keys` are at hand
// (judge_form.hpp). Pure.
[[nodiscard]] Judgement judge_document(const Project& project, const Slot& slot,
                                       const pipeline::Report& report, const OrderFacts& order,
                                       std::span<const forms::Key> form_keys = {});

}  // namespace vermilion::rules
