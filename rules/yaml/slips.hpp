#pragma once

#include "rules/mistake.hpp"

#include <optional>
#include <string_view>

// Slips of the keyboard that YAML takes for text, or stumbles over lines later: `费用：22000`.
namespace vermilion::rules::yaml {

// A slip in a plain scalar or key that libyaml was content with. Full-width punctuation inside a
// text is none: only where YAML's own would make sense is it taken for one.
[[nodiscard]] std::optional<Mistake> slip_in_scalar(std::string_view text, Span scalar);

// A slip in the lines [from, to] (counted from 0) that explains why libyaml refused them.
[[nodiscard]] std::optional<Mistake> slip_in_lines(std::string_view text, std::size_t from,
                                                   std::size_t to);

}  // namespace vermilion::rules::yaml
