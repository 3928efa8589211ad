#pragma once

#include "rules/forms/boxes.hpp"
#include "rules/mistake.hpp"
#include "rules/yaml/tree.hpp"

#include <vector>

// The boxes of a `form:` that validated, as they stand in the file.
namespace vermilion::rules::schema {

// Those off the sheet, and those that lie on others, one mistake each at its `box:`.
[[nodiscard]] std::vector<Mistake> box_mistakes(const yaml::Node& form);

// The same in words for a form put together of several files.
[[nodiscard]] Mistake box_mistake(const forms::MisplacedBox& fault, const forms::Placed& placed,
                                  yaml::Span span);

}  // namespace vermilion::rules::schema
