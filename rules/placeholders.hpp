#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Texts with {names} in them.
namespace vermilion::rules {

using WordFor = std::function<std::optional<std::string>(std::string_view placeholder)>;

// One pass from left to right, so that a word that happens to hold braces is not filled in turn.
// What `word_for` does not know stays as it is.
[[nodiscard]] std::string fill(std::string_view text, const WordFor& word_for);

// The names between braces, in their order.
[[nodiscard]] std::vector<std::string_view> placeholders_of(std::string_view text);

}  // namespace vermilion::rules
