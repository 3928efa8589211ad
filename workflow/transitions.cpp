#include "workflow/transitions.hpp"

#include "workflow/transitions/applying.hpp"
#include "workflow/transitions/making.hpp"
#include "workflow/transitions/paper.hpp"
#include "workflow/transitions/paying.hpp"
#include "workflow/transitions/renewing.hpp"
#include "workflow/transitions/reviewing.hpp"
#include "workflow/transitions/second_person.hpp"

namespace vermilion::workflow {
namespace {

// In the order of an order's life, which is that of the chart.
constexpr auto kTransitions =
    rows::joined(rows::kApplying, rows::kReviewing, rows::kSecondPerson, rows::kPaying,
                 rows::kPaper, rows::kMaking, rows::kRenewing);

static_assert(each_answer_is_unique(kTransitions),
              "two rows answer the same stage, command and role");

}  // namespace

std::span<const OrderTransition> transitions() {
  return kTransitions;
}

}  // namespace vermilion::workflow
