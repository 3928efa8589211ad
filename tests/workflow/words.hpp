#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::tests {

// The words of a line in which a story is told: a verb, and what it is about.
using Words = std::vector<std::string>;

[[nodiscard]] std::string at(const Words& words, std::size_t index, std::string otherwise = "");

[[nodiscard]] bool has(const Words& words, std::string_view word);

// "years=2" -> "2"
[[nodiscard]] std::string option(const Words& words, std::string_view name,
                                 std::string otherwise = "");

}  // namespace vermilion::tests
