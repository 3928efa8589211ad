#include "service/batch/batch.hpp"

#include "service/batch/in_order.hpp"

#include <optional>
#include <vector>

namespace vermilion::service::batch {

void run(std::span<const Input> inputs, const Terms& terms, int jobs, Inspectors& inspectors,
         const Deliver& deliver, const Stop& stop) {
  std::vector<std::optional<Outcome>> outcomes(places(jobs));
  const auto place_of = [&](std::size_t i) -> auto& {
    return outcomes[i % outcomes.size()];
  };
  in_order(
      inputs.size(), jobs,
      [&](std::size_t i) { place_of(i).emplace(review(inputs[i], terms, inspectors)); },
      [&](std::size_t i) {
        deliver(*place_of(i));
        place_of(i).reset();
      },
      stop);
}

}  // namespace vermilion::service::batch
