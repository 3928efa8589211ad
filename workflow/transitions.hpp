#pragma once

#include "workflow/context.hpp"
#include "workflow/effect.hpp"
#include "workflow/table.hpp"

#include <span>

namespace vermilion::workflow {

struct OrderMachine {
  using State = Stage;
  using Command = CommandKind;
  using Event = EventKind;
  using Effect = EffectKind;
  using Context = workflow::Context;
};
using OrderTransition = Transition<OrderMachine>;

// Everything that can happen to an order. What is not in here cannot.
std::span<const OrderTransition> transitions();

}  // namespace vermilion::workflow
