#pragma once

#include "service/batch/review.hpp"

#include <functional>
#include <span>

namespace vermilion::service::batch {

using Deliver = std::function<void(const Outcome& outcome)>;
using Stop = std::function<bool()>;

// Reviews the inputs with `jobs` of them at a time and delivers the outcomes in the order of the
// inputs, one after the other; which of them ran together shows nowhere. At most twice as many
// outcomes as jobs wait to be delivered, so memory does not grow with the batch. Once `stop` says
// so, nothing new is begun; what has been begun is finished and delivered.
void run(std::span<const Input> inputs, const Terms& terms, int jobs, Inspectors& inspectors,
         const Deliver& deliver, const Stop& stop);

}  // namespace vermilion::service::batch
