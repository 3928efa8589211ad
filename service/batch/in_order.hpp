#pragma once

#include <cstddef>
#include <functional>

namespace vermilion::service::batch {

// At most so many items are under way at once, from their work to their delivery.
[[nodiscard]] std::size_t places(int jobs);

// Works on the items 0 … count-1, `jobs` of them at a time, and delivers each in their order, one
// after the other; which of them ran together shows nowhere. An item i and the item i + places()
// are never under way at once, so results can lie in that many places. Once `stop` says so, nothing
// new is begun; what has been begun is finished and delivered.
void in_order(std::size_t count, int jobs, const std::function<void(std::size_t item)>& work,
              const std::function<void(std::size_t item)>& deliver,
              const std::function<bool()>& stop);

}  // namespace vermilion::service::batch
