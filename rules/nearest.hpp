#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// The known word that was probably meant.
namespace vermilion::rules {

// Characters to insert, delete, replace or swap with their neighbour to get from one to the other.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The nearest, if it is near: one slip in three characters, at least one. Of equally near ones the
// first.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed,
                                                      std::span<const std::string_view> known);
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed,
                                                      std::span<const std::string> known);

}  // namespace vermilion::rules
