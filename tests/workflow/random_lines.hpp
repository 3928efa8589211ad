#pragma once

#include "workflow/stage.hpp"

#include <cstddef>
#include <random>
#include <string>

namespace vermilion::tests {

// Orders of one organisation in a random history.
inline constexpr std::size_t kRandomOrders = 6;

// What is said next to the order of this number: mostly what leads on from its stage or may go
// wrong there, sometimes anything at all by anybody.
[[nodiscard]] std::string random_line(std::size_t which, workflow::Stage stage,
                                      std::mt19937_64& random);

}  // namespace vermilion::tests
