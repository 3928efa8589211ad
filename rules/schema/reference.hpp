#pragma once

#include "pipeline/plan.hpp"
#include "rules/language.hpp"

#include <span>
#include <string>

// The table for people.
namespace vermilion::rules::schema {

// Markdown: every key of every level, every check with its parameters, every finding.
[[nodiscard]] std::string reference(std::span<const pipeline::CheckDescription> checks,
                                    Language language);

// The checks and their parameters, one a line, for a terminal.
[[nodiscard]] std::string list(std::span<const pipeline::CheckDescription> checks,
                               Language language);

}  // namespace vermilion::rules::schema
