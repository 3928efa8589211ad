#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Did you mean …?
namespace vermilion::service::cli {

// Characters to insert, delete, replace or swap with their neighbour to get from one to the other.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The known word that was probably meant: the nearest, if it is near. Of equally near ones the
// first.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed,
                                                      std::span<const std::string_view> known);

// "; did you mean \"json\"?", or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed,
                                       std::span<const std::string_view> known);

}  // namespace vermilion::service::cli
