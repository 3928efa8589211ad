#pragma once

#include "rules/mistake.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

// The bytes of a rule file, before anybody asks what they say.
namespace vermilion::rules::yaml {

// Why the bytes are not a text we read: too many of them, a byte order mark, not UTF-8, a control
// or invisible character, a tab before the first word of a line.
[[nodiscard]] std::optional<Mistake> unreadable(std::string_view text);

// Where each character of a readable text begins; one more for its end.
[[nodiscard]] std::vector<std::size_t> character_starts(std::string_view text);

}  // namespace vermilion::rules::yaml
